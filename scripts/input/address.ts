import { getAddress, isAddress } from "ethers";
import { badInput } from "./badInput.ts";

/** Reads an address, its checksum included if it has one. */
export function address(text: string, option: string): string {
  if (!isAddress(text)) {
    throw badInput(`--${option} is "${text}", which is not an address`, "Write 0x and 40 hexadecimal digits");
  }
  return getAddress(text);
}
