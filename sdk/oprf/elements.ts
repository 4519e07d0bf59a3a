import { getBytes, isHexString } from "ethers";
import { OprfError } from "./OprfError.ts";
import { MAX_ELEMENTS } from "./suite.ts";

/** 32 bytes of hex as bytes; whether they are an element of the group, the group says. */
export function elementBytes(element: string): Uint8Array {
  if (isHexString(element, 32)) return getBytes(element);
  throw new OprfError("NotAnElement", "an element is not 32 bytes of hex", "Pass 0x and 64 hexadecimal digits");
}

/** Refuses none, and more than one proof is made for. */
export function checkCount(count: number): void {
  if (count === 0) throw new OprfError("NoElements", "there is nothing to evaluate", "Send at least one element");
  if (count <= MAX_ELEMENTS) return;
  throw new OprfError(
    "TooManyElements",
    `there are ${count} elements, at most ${MAX_ELEMENTS} are evaluated at once`,
    "Send them in several requests",
  );
}
