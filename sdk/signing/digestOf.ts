import { TypedDataEncoder } from "ethers";
import type { TypedData } from "./TypedData.ts";

/** The 32 bytes that a signature over a message is about. */
export const digestOf = ({ domain, types, message }: TypedData): string =>
  TypedDataEncoder.hash(domain, types, message);
