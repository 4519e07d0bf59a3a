import { isHexString } from "ethers";
import { badInput } from "./badInput.ts";

/** Reads a hash, a content tag or an id. */
export function bytes32(text: string, option: string): string {
  if (!isHexString(text, 32)) {
    throw badInput(`--${option} is "${text}", which is not 32 bytes of hex`, "Write 0x and 64 hexadecimal digits");
  }
  return text;
}
