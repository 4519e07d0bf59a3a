import { Interface } from "ethers";
import {
  AlitaAbi,
  AttesterRegistryAbi,
  ComputeBillingAbi,
  DataPoolAbi,
  DatasetFactoryAbi,
  DataTokenAbi,
  PairAbi,
  RouterAbi,
} from "../abis.ts";

const ABIS = [
  AlitaAbi,
  AttesterRegistryAbi,
  ComputeBillingAbi,
  DataPoolAbi,
  DatasetFactoryAbi,
  DataTokenAbi,
  PairAbi,
  RouterAbi,
] as const;

let coder: Interface | undefined;

/** All errors of all contracts. The same selector means the same error wherever it comes from. */
export function customErrors(): Interface {
  coder ??= new Interface(ABIS.flatMap((abi) => abi.filter(({ type }) => type === "error")));
  return coder;
}
