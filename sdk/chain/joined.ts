import { RouterAbi } from "../abis.ts";
import { interfaceOf } from "./interfaceOf.ts";

/** Calldata of the calls of one contract: more than one go through the `multicall` that all those with several have. */
export function joined(calls: readonly string[]): string {
  const [only] = calls;
  if (calls.length === 1 && only !== undefined) return only;
  return interfaceOf(RouterAbi, "multicall").encodeFunctionData("multicall", [calls]);
}
