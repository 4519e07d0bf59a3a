import { proveRecords } from "../data/contentRoot.ts";
import { laneWitnesses } from "../data/laneWitnesses.ts";
import type { Table } from "../data/table.ts";
import type { BlindSketch } from "./blindSketch.ts";
import type { Challenge } from "./challenge.ts";
import type { Opening, Openings } from "./wire.ts";

interface Committed {
  readonly table: Table;
  readonly secret: string;
}

/** What a challenge asks for: the drawn records, a witness for each drawn lane, and the drawn records of the parent. */
export function openRecords(
  own: Committed & { readonly sketched: Pick<BlindSketch, "seed" | "preLanes"> },
  parent: Committed | undefined,
  challenge: Challenge,
): Pick<Openings, "records" | "parent"> {
  const { seed, preLanes } = own.sketched;
  const drawn = preLanes.filter((_, lane) => challenge.lanes.includes(lane));
  const witnesses = laneWitnesses(own.table, seed, drawn);
  const indexes = [...new Set([...challenge.records, ...witnesses])].toSorted((a, b) => a - b);
  return {
    records: open(own, indexes),
    parent: parent === undefined ? [] : open(parent, challenge.parent),
  };
}

const open = ({ table, secret }: Committed, indexes: readonly number[]): Opening[] =>
  proveRecords(table.rows, secret, indexes).map(({ index, salt, siblings }) => ({
    index,
    salt,
    siblings: [...siblings],
    row: [...(table.rows[index] as Table["rows"][number])],
  }));
