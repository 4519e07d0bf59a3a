import type { Database, Queries } from "../../shared/database/Database.ts";
import { TABLES } from "../tables/index.ts";
import type { Image } from "./Changes.ts";
import { decodeImage } from "./images.ts";
import { resetSchema } from "./schema.ts";
import { columnName, tableName } from "./sql.ts";
import { readTip, writeTip } from "./tip.ts";
import { writeRows } from "./writeRows.ts";

/**
 * Makes the index what it was at a height: facts above it go, entities get their oldest image from above it. What is
 * too deep to be undone is thrown away whole, to be built anew.
 * @param height undefined: nothing stays
 */
export const undo = (database: Database, height: number | undefined): Promise<void> =>
  database.transaction(async (queries) => {
    const tip = await readTip(queries);
    if (tip === undefined) return;
    const [block] = await queries.query<{ hash: string; time: number }>(
      "SELECT hash, time FROM indexer_blocks WHERE number = ?",
      [height ?? -1],
    );
    if (height === undefined || height < tip.floor || block === undefined) return resetSchema(queries);
    for (const table of TABLES.filter(({ kind }) => kind === "fact")) {
      await queries.run(`DELETE FROM ${tableName(table)} WHERE block > ?`, [height]);
    }
    for (const image of await oldestImages(queries, height)) await restore(queries, image);
    await queries.run("DELETE FROM indexer_undo WHERE block > ?", [height]);
    await queries.run("DELETE FROM indexer_blocks WHERE number > ?", [height]);
    await writeTip(queries, { ...tip, number: height, hash: block.hash, time: Number(block.time) });
  });

async function oldestImages(queries: Queries, height: number): Promise<readonly Omit<Image, "block">[]> {
  const found = await queries.query<{ entity: string; id: string; image: string }>(
    "SELECT entity, id, image FROM indexer_undo WHERE block > ? ORDER BY block DESC",
    [height],
  );
  const oldest = new Map(found.map((one) => [`${one.entity}\n${one.id}`, one])); // the last one stays
  return [...oldest.values()].map(decodeImage);
}

async function restore(queries: Queries, { table, key, row }: Omit<Image, "block">): Promise<void> {
  if (row !== undefined) return writeRows(queries, table, [row]);
  const where = table.key.map((name) => `${columnName(name)} = ?`).join(" AND ");
  await queries.run(`DELETE FROM ${tableName(table)} WHERE ${where}`, key);
}
