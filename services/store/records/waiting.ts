import type { z } from "zod";
import type { grantSchema, WaitingRequest } from "#sdk/store/wire.ts";
import type { Queries } from "../../shared/database/index.ts";
import { ServiceError } from "../../shared/http/index.ts";
import type { StoreContext } from "../StoreContext.ts";
import { readRecord } from "./readRecord.ts";
import type { Release, ReleaseRequest } from "./release.ts";
import { requireOwner } from "./withdrawRecord.ts";

interface Asked {
  readonly cid: string;
  readonly origin: string; // of this store, as it was signed
  readonly request: ReleaseRequest;
}

const LONGEST_LIST = 100;

/** What the owner's device has granted to this account and device, or keeps the request until it has. */
export const keepRequest = (context: StoreContext, { cid, origin, request }: Asked): Promise<Release> =>
  context.database.transaction(async (queries) => {
    const { account, key, nonce, signature } = request;
    await context.nonces.spend(queries, nonce);
    const sql = "SELECT sealed FROM store_requests WHERE cid = ? AND account = ? AND device = ?";
    const [row] = await queries.query<{ sealed: string | null }>(sql, [cid, account, key]);
    if (typeof row?.sealed === "string") return { status: "released", sealed: row.sealed };
    if (row === undefined) {
      await requireRoom(queries, { cid, account }, context.quotas.devicesPerReader);
      const insert =
        "INSERT INTO store_requests (cid, account, device, nonce, origin, signature, asked_at) VALUES (?, ?, ?, ?, ?, ?, ?)";
      await queries.run(insert, [cid, account, key, nonce, origin, signature, context.now()]);
    }
    return { status: "waiting" };
  });

async function requireRoom(
  queries: Queries,
  { cid, account }: { cid: string; account: string },
  most: number,
): Promise<void> {
  const sql = "SELECT count(*) AS count FROM store_requests WHERE cid = ? AND account = ?";
  const [row] = await queries.query<{ count: number }>(sql, [cid, account]);
  if ((row?.count ?? 0) < most) return;
  const fault = `You have asked for this key with ${most} devices`;
  throw new ServiceError({ status: 409, code: "QuotaReached", fault, remedy: "Use one of them" });
}

interface RequestRow {
  readonly account: string;
  readonly device: string;
  readonly nonce: string;
  readonly origin: string;
  readonly signature: string;
  readonly asked_at: number;
}

/**
 * Who waits for the key of one's record, the longest first.
 * @throws ServiceError 403 NotYours, 404 NoSuchRecord, 410 Withdrawn
 */
export async function listWaiting(
  { database }: StoreContext,
  owner: string,
  cid: string,
): Promise<readonly WaitingRequest[]> {
  requireOwner((await readRecord(database, cid)).owner, owner);
  const sql =
    "SELECT * FROM store_requests WHERE cid = ? AND sealed IS NULL ORDER BY asked_at, account, device LIMIT ?";
  const rows = await database.query<RequestRow>(sql, [cid, LONGEST_LIST]);
  return rows.map(({ account, device, nonce, origin, signature, asked_at }) => ({
    account,
    key: device,
    nonce,
    origin,
    signature,
    askedAt: asked_at,
  }));
}

/**
 * Keeps what the owner's device sealed to one who waits. The first answer stays.
 * @throws ServiceError 403 NotYours, 404 NoSuchRecord, NoSuchRequest, 410 Withdrawn
 */
export async function grant(
  context: StoreContext,
  owner: string,
  cid: string,
  granted: z.output<typeof grantSchema>,
): Promise<void> {
  const { account, key, sealed } = granted;
  await context.database.transaction(async (queries) => {
    requireOwner((await readRecord(queries, cid)).owner, owner);
    const sql = "UPDATE store_requests SET sealed = coalesce(sealed, ?) WHERE cid = ? AND account = ? AND device = ?";
    if ((await queries.run(sql, [sealed, cid, account, key])) > 0) return;
    const fault = "Nobody asked for this";
    throw new ServiceError({
      status: 404,
      code: "NoSuchRequest",
      fault,
      remedy: "Look at GET /records/{cid}/requests",
    });
  });
}
