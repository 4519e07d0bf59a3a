import { hashMessage, toUtf8Bytes } from "ethers";
import { isSignedBy } from "../auth/isSignedBy.ts";
import { providerOf } from "../chain/providerOf.ts";
import { ask } from "./ask.ts";
import { proofOf, type StoreClient } from "./connectStore.ts";
import { type DeviceKeys, sealTo } from "./hpke.ts";
import { ownKey } from "./openUrls.ts";
import { releaseAad } from "./RecordBinding.ts";
import { refusalOf } from "./refusalOf.ts";
import { releaseMessage } from "./releaseMessage.ts";
import { StoreError } from "./StoreError.ts";
import { doneSchema, type UrlRecord, type WaitingRequest, waitingSchema } from "./wire.ts";

export interface AnswerParams {
  readonly record: UrlRecord; // one's own, of mode "owner"
  readonly device: DeviceKeys; // that the record's key was sealed to
}

const SENSELESS = new Set(["BadKey", "BadNonce"]);

/**
 * Answers those who wait for the key of one's record: this device asks the chain itself who may have it, holds each
 * signature against the request, and seals the key to those alone. Answers the accounts that got it.
 * @throws StoreError, DatawellError
 */
export async function answerRequests(store: StoreClient, { record, device }: AnswerParams): Promise<readonly string[]> {
  const path = `/records/${encodeURIComponent(record.cid)}/requests`;
  const authorization = await proofOf(store, { path, method: "GET" });
  const { requests } = await ask(store, path, waitingSchema, { authorization });
  const answered: string[] = [];
  for (const request of requests) {
    if (await answer(store, { record, device }, request)) answered.push(request.account);
  }
  return answered;
}

/** Whether it was granted. A request that makes no sense holds up no other. */
async function answer(store: StoreClient, params: AnswerParams, request: WaitingRequest): Promise<boolean> {
  try {
    if (!(await mayHave(store, params.record, request))) return false;
    await grant(store, params, request);
    return true;
  } catch (error) {
    if (error instanceof StoreError && SENSELESS.has(error.code)) return false;
    throw error;
  }
}

async function mayHave({ datawell }: StoreClient, record: UrlRecord, request: WaitingRequest): Promise<boolean> {
  const { account, signature } = request;
  const digest = hashMessage(releaseMessage({ ...request, chainId: datawell.chainId, cid: record.cid }));
  if (!(await isSignedBy(providerOf(datawell), { account, digest, signature }))) return false;
  return (await refusalOf(datawell, record, account)) === undefined;
}

async function grant(store: StoreClient, { record, device }: AnswerParams, request: WaitingRequest): Promise<void> {
  const { account, key } = request;
  const aad = releaseAad(record, record.cid, account);
  const sealed = await sealTo(key, await ownKey(record, device), { purpose: "release", aad });
  const path = `/records/${encodeURIComponent(record.cid)}/grants`;
  const body = toUtf8Bytes(JSON.stringify({ account, key, sealed }));
  const authorization = await proofOf(store, { path, method: "POST", body });
  await ask(store, path, doneSchema, { method: "POST", body, authorization });
}
