import { ABI_OF } from "../chain/abiOf.ts";
import type { ChainLog } from "../chain/ChainReader.ts";
import { interfaceOf } from "../chain/interfaceOf.ts";
import { plainObject } from "../chain/plain.ts";
import type { DatawellEvent, EventSource } from "./DatawellEvent.ts";

/** A log of a contract of that kind as an event; undefined if it is none of its. */
export function decodeLog(log: ChainLog, contract: EventSource): DatawellEvent | undefined {
  const found = interfaceOf(ABI_OF[contract]).parseLog(log);
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
