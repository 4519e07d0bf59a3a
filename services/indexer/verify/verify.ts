import type { Datawell } from "#sdk/chain/datawell.ts";
import { advance } from "../../shared/chain/advance.ts";
import type { Rpc } from "../../shared/chain/Rpc.ts";
import { type Database, openDatabase } from "../../shared/database/index.ts";
import { createIndexing } from "../follow/createIndexing.ts";
import { hasSchema } from "../state/schema.ts";
import { readTip, type Tip } from "../state/tip.ts";
import { compareTables } from "./compareTables.ts";
import { compareViews } from "./compareViews.ts";
import type { Difference } from "./Difference.ts";

export interface VerifyParams {
  readonly client: Datawell;
  readonly rpc: Rpc;
  readonly database: Database;
  readonly sample?: number; // rows of each kind to compare with the contracts' views
  readonly most?: number; // differences to tell
}

export interface Verdict {
  readonly tip: Tip | undefined; // undefined: nothing is indexed
  readonly views: number; // values compared with the contracts' own
  readonly differences: readonly Difference[];
}

/**
 * Builds the index anew from the chain, up to the same block, and compares it row by row; then a sample with what the
 * contracts themselves say. Nothing is written to the index. A service that goes on meanwhile makes differences.
 * @throws ChainError; what the node refuses with
 */
export async function verify({ client, rpc, database, sample = 100, most = 20 }: VerifyParams): Promise<Verdict> {
  const tip = (await hasSchema(database)) ? await readTip(database) : undefined;
  if (tip === undefined) return { tip, views: 0, differences: [] };
  const scratch = await openDatabase("sqlite::memory:");
  try {
    await rebuild({ client, rpc, database: scratch }, tip.number);
    const rebuilt = await readTip(scratch);
    const rows = await compareTables(database, scratch, most);
    const views = await compareViews({ client, rpc, database, sample });
    const chain = { where: `block ${tip.number}`, found: tip.hash, expected: rebuilt?.hash ?? "no block" };
    const differences = [...(chain.found === chain.expected ? [] : [chain]), ...rows, ...views.differences];
    return { tip, views: views.compared, differences: differences.slice(0, most) };
  } finally {
    await scratch.close();
  }
}

/** Follows the chain up to a height and no further. */
async function rebuild(options: Pick<VerifyParams, "client" | "rpc" | "database">, height: number): Promise<void> {
  const { followed } = await createIndexing(options);
  const header: typeof followed.reader.header = async (number) => {
    const found = await followed.reader.header(number);
    return number === "latest" && found.number > height ? followed.reader.header(height) : found;
  };
  const upTo = { ...followed, reader: { ...followed.reader, header } };
  while ((await advance(upTo)) !== "idle");
}
