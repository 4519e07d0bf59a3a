import { isHexString } from "ethers";
import { badInput } from "./badInput.ts";
import { readText } from "./readText.ts";

/** A 32-byte secret, typed or in a file (@path), where the shell's history does not keep it. */
export function secret(text: string, option: string): string {
  const key = text.startsWith("@") ? readText(text.slice(1), option).trim() : text;
  if (!isHexString(key, 32)) {
    throw badInput(`--${option} is not 32 bytes of hex`, "Pass 0x and 64 hexadecimal digits, or @file that holds them");
  }
  return key;
}
