import { isHexString } from "ethers";
import { DataError } from "./DataError.ts";

/** A 32-byte secret as hex; the message never repeats it. */
export function checkKey(key: string): string {
  if (isHexString(key, 32)) return key;
  throw new DataError("InvalidKey", "the key is not 32 bytes of hex", "Pass 0x and 64 hexadecimal digits");
}
