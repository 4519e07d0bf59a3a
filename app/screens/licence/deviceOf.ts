import { isHexString } from "ethers";
import { type DeviceKeys, generateDeviceKeys } from "#sdk/store/hpke.ts";

/** Where a browser keeps texts by names. */
type Shelf = Pick<Storage, "getItem" | "setItem">;

const PREFIX = "datawell.device";

/** What the browser would not keep: as long as the page is open. */
const unkept = new Map<string, DeviceKeys>();

export interface DeviceOwner {
  readonly chainId: string;
  readonly account: string; // each has keys of its own: a store shall not learn which accounts are one person's
}

/**
 * The keys of this browser that keys of records are sealed to. They are made once: an answer that comes another day still
 * opens. Where the browser keeps nothing, they last as long as the page is open.
 * @param open the browser's shelf; may throw, for a browser may refuse it
 */
export async function deviceOf({ chainId, account }: DeviceOwner, open: () => Shelf): Promise<DeviceKeys> {
  const name = `${PREFIX}.${chainId}.${account}`;
  const known = attempt(() => keysIn(open().getItem(name))) ?? unkept.get(name);
  if (known !== undefined) return known;
  const device = await generateDeviceKeys();
  const isKept = attempt(() => {
    open().setItem(name, JSON.stringify(device));
    return true;
  });
  if (!isKept) unkept.set(name, device);
  return device;
}

function keysIn(text: string | null): DeviceKeys | undefined {
  const { publicKey, privateKey } = (JSON.parse(text ?? "{}") ?? {}) as Partial<DeviceKeys>;
  return isHexString(publicKey, 32) && isHexString(privateKey, 32) ? { publicKey, privateKey } : undefined;
}

/** What it gives; undefined where the browser refuses, or where what it kept is damaged. */
function attempt<T>(what: () => T): T | undefined {
  try {
    return what();
  } catch {
    return undefined;
  }
}
