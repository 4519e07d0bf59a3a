import { hashMessage } from "ethers";
import type { z } from "zod";
import { isSignedByKey } from "#sdk/auth/isSignedBy.ts";
import { openSealed, sealTo } from "#sdk/store/hpke.ts";
import { keyAad, releaseAad } from "#sdk/store/RecordBinding.ts";
import type { Refusal } from "#sdk/store/refusalOf.ts";
import { releaseMessage } from "#sdk/store/releaseMessage.ts";
import type { releaseRequestSchema, releaseSchema } from "#sdk/store/wire.ts";
import { ServiceError } from "../../shared/http/index.ts";
import { KeyFileError } from "../keys/KeyFileError.ts";
import type { StoreContext } from "../StoreContext.ts";
import { badKey } from "./createRecord.ts";
import { readRecord } from "./readRecord.ts";
import { type RecordRow, toBinding } from "./RecordRow.ts";
import { keepRequest } from "./waiting.ts";

export type ReleaseRequest = z.output<typeof releaseRequestSchema>;
export type Release = z.output<typeof releaseSchema>;

/**
 * Answers one who asks for a record's key: who signed, for this record, this device and this store, once and lately;
 * and what the chain says of them now. The key leaves sealed to the device that the signature names.
 * @throws ServiceError 401 BadNonce, NonceExpired, NonceUsed, NotSigned; 403 NoAccess, NotContributed, Revoked; 503
 */
export async function release(context: StoreContext, cid: string, request: ReleaseRequest): Promise<Release> {
  const { database, chain, nonces } = context;
  const { account, key, nonce } = request;
  const row = await readRecord(database, cid);
  nonces.check(nonce);
  const origin = await signedOrigin(context, cid, request);
  const refusal = await chain.refusalOf(toBinding(row), account);
  if (refusal !== undefined) throw refused(refusal);
  if (row.mode === "owner") return keepRequest(context, { cid, origin, request });
  const sealed = await reseal(context, row, { account, key });
  await nonces.spend(database, nonce);
  return { status: "released", sealed };
}

/** The origin of this store that the signature is for. */
async function signedOrigin(context: StoreContext, cid: string, request: ReleaseRequest): Promise<string> {
  const { chain, origins } = context;
  const { account, signature } = request;
  const signed = origins().map((origin) => {
    const text = releaseMessage({ ...request, origin, chainId: chain.chainId, cid });
    return { origin, account, digest: hashMessage(text), signature };
  });
  const byKey = signed.find(isSignedByKey);
  if (byKey !== undefined) return byKey.origin;
  for (const one of signed) if (await chain.isSignedBy(one)) return one.origin;
  throw new ServiceError({
    status: 401,
    code: "NotSigned",
    fault: `${account} did not sign this request`,
    remedy: "Sign the message for this record, device, nonce, chain and store",
  });
}

async function reseal(
  context: StoreContext,
  row: RecordRow,
  { account, key }: Pick<ReleaseRequest, "account" | "key">,
): Promise<string> {
  const { cid } = row;
  const binding = toBinding(row);
  const opened = await openKey(context, row);
  try {
    return await sealTo(key, opened, { purpose: "release", aad: releaseAad(binding, cid, account) });
  } catch (error) {
    throw badKey(error);
  } finally {
    opened.fill(0);
  }
}

/** Opens the store's own seal; looks once more where the key was rotated since the row was read. */
async function openKey({ database, ring }: StoreContext, row: RecordRow): Promise<Uint8Array> {
  const current = ring.find(row.store_key ?? "") === undefined ? await readRecord(database, row.cid) : row;
  const own = ring.find(current.store_key ?? "");
  if (own === undefined || current.store_seal === null) {
    const fault = `The key file lacks ${current.store_key}`;
    throw new KeyFileError("KeysMissing", fault, "Restore the key file that belongs to this database");
  }
  return openSealed(own, current.store_seal, { purpose: "store", aad: keyAad(toBinding(current), current.cid) });
}

const REFUSALS: Readonly<Record<Refusal, readonly [fault: string, remedy: string]>> = {
  NoAccess: ["You hold no licence of this dataset now", "Buy one, or renew it"],
  NotContributed: ["The pool does not know this record's contribution as one that is fetched", "Ask its owner"],
  Revoked: ["The owner has revoked this contribution, or lost it to a slashing", "Look for another record"],
};

function refused(code: Refusal): ServiceError {
  const [fault, remedy] = REFUSALS[code];
  return new ServiceError({ status: 403, code, fault, remedy });
}
