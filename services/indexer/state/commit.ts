import type { Batch } from "../../shared/chain/Batch.ts";
import type { Database, Queries } from "../../shared/database/Database.ts";
import type { Changes } from "./Changes.ts";
import { encodeImage } from "./images.ts";
import { readTip, type Tip, writeTip } from "./tip.ts";
import { writeRows } from "./writeRows.ts";

const IMAGES_AT_ONCE = 64;

export interface Commit {
  readonly batch: Batch;
  readonly changes: Changes;
  /** The tip that the changes were made from. */
  readonly before: Tip | undefined;
  readonly deployment: Pick<Tip, "chainId" | "factory">;
  /** Blocks that stay undoable. */
  readonly window: number;
}

/** Another process took the same stretch over meanwhile; nothing was written. */
class Overtaken extends Error {}

/** Takes a stretch of the chain over: all its changes and the new tip, or, if the process dies meanwhile, nothing. */
export const commit = (database: Database, params: Commit): Promise<void> =>
  database.transaction(async (queries) => {
    const { batch, changes, before, deployment } = params;
    const found = await readTip(queries);
    if (found?.hash !== before?.hash) throw new Overtaken("Another process writes to this index");
    for (const [table, rows] of changes.rows) await writeRows(queries, table, rows);
    await writeImages(queries, changes);
    const floor = floorAfter(params);
    await writeBlocks(queries, batch, floor);
    const last = batch.blocks.at(-1);
    await writeTip(queries, { ...deployment, ...batch.to, time: last?.timestamp ?? 0, floor });
  });

/** Images of a stretch that cannot be reorganized are not kept, so one can go back to its end at most. */
function floorAfter({ batch, before, window }: Commit): number {
  if (!batch.recent) return batch.to.number;
  const kept = Math.max(batch.to.number - window, 0);
  return Math.max(before?.floor ?? batch.from - 1, kept);
}

async function writeImages(queries: Queries, { images }: Changes): Promise<void> {
  for (let first = 0; first < images.length; first += IMAGES_AT_ONCE) {
    const some = images.slice(first, first + IMAGES_AT_ONCE);
    const rows = some.map(() => "(?, ?, ?, ?)").join(", ");
    const values = some.flatMap(encodeImage);
    await queries.run(`INSERT INTO indexer_undo (block, entity, id, image) VALUES ${rows}`, values);
  }
}

async function writeBlocks(queries: Queries, { recent, blocks, from }: Batch, floor: number): Promise<void> {
  const isFirst = (await queries.query("SELECT 1 AS one FROM indexer_blocks LIMIT 1")).length === 0;
  const kept = recent
    ? blocks
    : blocks.filter(({ number }, i) => i === blocks.length - 1 || (isFirst && number === from));
  for (const { number, hash, timestamp } of kept) {
    await queries.run("INSERT INTO indexer_blocks (number, hash, time) VALUES (?, ?, ?)", [number, hash, timestamp]);
  }
  const birth = "(SELECT MIN(number) FROM indexer_blocks)";
  await queries.run(`DELETE FROM indexer_blocks WHERE number < ? AND number > ${birth}`, [floor]);
  await queries.run("DELETE FROM indexer_undo WHERE block <= ?", [floor]);
}
