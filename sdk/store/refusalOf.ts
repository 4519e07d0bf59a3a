import type { Datawell } from "../chain/datawell.ts";
import { poolAt } from "../chain/contracts.ts";
import { read } from "../chain/read.ts";
import type { RecordBinding } from "./RecordBinding.ts";

/** Why an account may not have a record's key. */
export type Refusal = "NoAccess" | "NotContributed" | "Revoked";

const REMOTE = 1n;

/**
 * What the chain says of an account that asks for a record's key: undefined if it may have it. The owner always may;
 * others while they hold a licence of the pool and the contribution is a remote one of the owner's, in use.
 * @throws DatawellError where the chain does not tell
 */
export async function refusalOf(
  client: Datawell,
  { owner, pool, contentTag }: Omit<RecordBinding, "document">,
  account: string,
): Promise<Refusal | undefined> {
  if (account === owner) return undefined;
  const [mayRead, [provider, , revokedAt, kind, slashed]] = await Promise.all([
    read(client, poolAt(pool), "hasAccess", [account]),
    read(client, poolAt(pool), "consentOf", [contentTag]),
  ]);
  if (mayRead !== true) return "NoAccess";
  if (provider !== owner || kind !== REMOTE) return "NotContributed";
  return revokedAt !== 0n || slashed ? "Revoked" : undefined;
}
