import { askBytes } from "./ask.ts";
import type { StoreClient } from "./connectStore.ts";
import { requireContent } from "./getDocument.ts";
import { type DeviceKeys, openSealed } from "./hpke.ts";
import { keyAad } from "./RecordBinding.ts";
import { releaseKey, type ReleaseParams } from "./releaseKey.ts";
import { decryptUrls } from "./sealUrls.ts";
import type { UrlRecord } from "./wire.ts";

/**
 * The file addresses of a record; undefined while the owner's device has yet to answer. They are the provider's words:
 * look at an address before you open it.
 * @throws StoreError NoAccess, WrongContent, WrongKey, BadUrls ...
 */
export async function openUrls(store: StoreClient, params: ReleaseParams): Promise<readonly string[] | undefined> {
  const key = await releaseKey(store, params);
  return key && decrypt(store, params.record, key);
}

/**
 * The file addresses of one's own record, by the key that was sealed to one's device: nobody is asked for it.
 * @throws StoreError NotSealedForThis ...
 */
export async function openOwnUrls(
  store: StoreClient,
  { record, device }: { readonly record: UrlRecord; readonly device: Pick<DeviceKeys, "privateKey"> },
): Promise<readonly string[]> {
  return decrypt(store, record, await ownKey(record, device));
}

/**
 * The key of one's own record.
 * @throws StoreError NotSealedForThis
 */
export const ownKey = (record: UrlRecord, device: Pick<DeviceKeys, "privateKey">): Promise<Uint8Array> =>
  openSealed(device, record.ownerSeal, { purpose: "owner", aad: keyAad(record, record.cid) });

async function decrypt(store: StoreClient, record: UrlRecord, key: Uint8Array): Promise<readonly string[]> {
  const ciphertext = await askBytes(store, `/blobs/${encodeURIComponent(record.cid)}`);
  requireContent(ciphertext, record.cid);
  return decryptUrls({ ciphertext, key }, record);
}
