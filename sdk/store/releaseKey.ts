import { toUtf8Bytes } from "ethers";
import { decodeError } from "../errors/decodeError.ts";
import { ask } from "./ask.ts";
import { actorOf, type StoreClient } from "./connectStore.ts";
import { type DeviceKeys, openSealed } from "./hpke.ts";
import { releaseAad } from "./RecordBinding.ts";
import { releaseMessage } from "./releaseMessage.ts";
import { nonceSchema, releaseSchema, type UrlRecord } from "./wire.ts";

export interface ReleaseParams {
  readonly record: UrlRecord;
  readonly device: DeviceKeys; // the asker's: the key is sealed to it
}

/**
 * The key of a record, for its owner and for whoever the chain says has access; undefined while the owner's device has
 * yet to answer: then ask again later. The user signs a message that names the record and the device.
 * @throws StoreError NoAccess, ChainUnavailable ..., DatawellError Rejected
 */
export async function releaseKey(
  store: StoreClient,
  { record, device }: ReleaseParams,
): Promise<Uint8Array | undefined> {
  const { cid } = record;
  const { signer, account } = await actorOf(store);
  const { nonce } = await ask(store, "/nonces", nonceSchema, { method: "POST" });
  const { chainId } = store.datawell;
  const key = device.publicKey;
  const message = releaseMessage({ origin: store.url, chainId, account, cid, key, nonce });
  const signature = await signer.signMessage(message).catch((error: unknown) => {
    throw decodeError(error);
  });
  const body = toUtf8Bytes(JSON.stringify({ account, key, nonce, signature }));
  const answer = await ask(store, `/records/${cid}/release`, releaseSchema, { method: "POST", body });
  if (answer.status === "waiting") return undefined;
  return openSealed(device, answer.sealed, { purpose: "release", aad: releaseAad(record, cid, account) });
}
