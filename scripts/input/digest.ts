import { readFileSync } from "node:fs";
import { isHexString, sha256 } from "ethers";
import { badInput } from "./badInput.ts";

/** A digest as it is, or the sha2-256 of a file. */
export function digest(text: string, option: string): string {
  if (isHexString(text, 32)) return text;
  try {
    return sha256(readFileSync(text));
  } catch {
    throw badInput(
      `--${option} is "${text}", neither a digest nor a file`,
      "Name a file, or write 0x and 64 hex digits",
    );
  }
}
