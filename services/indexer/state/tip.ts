import type { Queries } from "../../shared/database/Database.ts";
import type { BlockId } from "../../shared/chain/Header.ts";
import { SCHEMA_DIGEST } from "./schema.ts";

/** How far the index goes, and of which deployment it is. */
export interface Tip extends BlockId {
  readonly chainId: string;
  readonly factory: string;
  readonly time: number; // of the block, unix seconds
  /** The lowest block that can be gone back to; all above it can be undone. */
  readonly floor: number;
}

/** Undefined where nothing was taken over yet. */
export async function readTip(queries: Queries): Promise<Tip | undefined> {
  const sql = "SELECT chain_id, factory, number, hash, time, floor FROM indexer_tip";
  const [found] = await queries.query<Record<string, string | number>>(sql);
  if (found === undefined) return undefined;
  return {
    chainId: String(found.chain_id),
    factory: String(found.factory),
    number: Number(found.number),
    hash: String(found.hash),
    time: Number(found.time),
    floor: Number(found.floor),
  };
}

export async function writeTip(queries: Queries, { chainId, factory, number, hash, time, floor }: Tip): Promise<void> {
  const columns = "id, schema_digest, chain_id, factory, number, hash, time, floor";
  await queries.run(
    `INSERT INTO indexer_tip (${columns}) VALUES (1, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET ` +
      "number = excluded.number, hash = excluded.hash, time = excluded.time, floor = excluded.floor",
    [SCHEMA_DIGEST, chainId, factory, number, hash, time, floor],
  );
}
