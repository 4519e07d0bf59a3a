import { Interface } from "ethers";
import type { Abi } from "./abi.ts";

const known = new WeakMap<Abi, Map<string, Interface>>();

/** The coder of what has that name in an ABI, made once. Nobody waits until ethers has read all of an ABI for one call. */
export function interfaceOf(abi: Abi, name: string): Interface {
  const coders = known.get(abi) ?? new Map<string, Interface>();
  known.set(abi, coders);
  const coder = coders.get(name) ?? new Interface(abi.filter((entry) => entry.name === name));
  coders.set(name, coder);
  return coder;
}
