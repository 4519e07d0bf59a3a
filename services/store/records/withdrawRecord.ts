import { ServiceError } from "../../shared/http/index.ts";
import type { StoreContext } from "../StoreContext.ts";
import { readRecord } from "./readRecord.ts";

/**
 * Erases a record's keys, those who wait for them, and its ciphertext, in this order: a crash in between leaves a
 * ciphertext that nobody has a key to.
 * @throws ServiceError 403 NotYours, 404 NoSuchRecord, 410 Withdrawn
 */
export async function withdrawRecord(
  { database, blobs, now }: StoreContext,
  owner: string,
  cid: string,
): Promise<void> {
  await database.transaction(async (queries) => {
    requireOwner((await readRecord(queries, cid)).owner, owner);
    const erase = "owner_seal = NULL, store_key = NULL, store_seal = NULL, withdrawn_at = ?";
    await queries.run(`UPDATE store_records SET ${erase} WHERE cid = ?`, [now(), cid]);
    await queries.run("DELETE FROM store_requests WHERE cid = ?", [cid]);
  });
  await blobs.remove(cid);
}

/** @throws ServiceError 403 NotYours */
export function requireOwner(owner: string, account: string): void {
  if (owner === account) return;
  const remedy = "Sign with the account that published it";
  throw new ServiceError({ status: 403, code: "NotYours", fault: "This record is another's", remedy });
}
