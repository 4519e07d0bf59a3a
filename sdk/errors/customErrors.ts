import { Interface } from "ethers";
import { ABI_OF } from "../chain/abiOf.ts";

let coder: Interface | undefined;

/** All errors of all contracts. The same selector means the same error wherever it comes from. */
export function customErrors(): Interface {
  coder ??= new Interface(Object.values(ABI_OF).flatMap((abi) => abi.filter(({ type }) => type === "error")));
  return coder;
}
