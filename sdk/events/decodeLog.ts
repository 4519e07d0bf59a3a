import type { Log } from "ethers";
import {
  AlitaAbi,
  AttesterRegistryAbi,
  ComputeBillingAbi,
  DataPoolAbi,
  DatasetFactoryAbi,
  DataTokenAbi,
  PairAbi,
} from "../abis.ts";
import type { Abi } from "../chain/abi.ts";
import { interfaceOf } from "../chain/interfaceOf.ts";
import { plainObject } from "../chain/plain.ts";
import type { DatawellEvent, EventSource } from "./DatawellEvent.ts";

const ABIS: Readonly<Record<EventSource, Abi>> = {
  Alita: AlitaAbi,
  AttesterRegistry: AttesterRegistryAbi,
  DatasetFactory: DatasetFactoryAbi,
  ComputeBilling: ComputeBillingAbi,
  DataToken: DataTokenAbi,
  Pair: PairAbi,
  DataPool: DataPoolAbi,
};

/** A log of a contract of that kind as an event; undefined if it is none of its. */
export function decodeLog(log: Log, contract: EventSource): DatawellEvent | undefined {
  const found = interfaceOf(ABIS[contract]).parseLog(log);
  if (found === null) return undefined;
  return {
    contract,
    address: log.address,
    name: found.name,
    args: plainObject(found.fragment.inputs, found.args),
    block: log.blockNumber,
    logIndex: log.index,
    transactionHash: log.transactionHash,
  } as unknown as DatawellEvent;
}
