import { Interface } from "ethers";
import type { Abi } from "./abi.ts";

const known = new WeakMap<Abi, Interface>();

/** The coder of an ABI, made once. */
export function interfaceOf(abi: Abi): Interface {
  const found = known.get(abi);
  if (found !== undefined) return found;
  const made = new Interface(abi);
  known.set(abi, made);
  return made;
}
