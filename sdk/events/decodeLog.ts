import { ABI_OF } from "../chain/abiOf.ts";
import type { ChainLog } from "../chain/ChainReader.ts";
import { parseLog } from "../chain/parseLog.ts";
import type { DatawellEvent, EventSource } from "./DatawellEvent.ts";

/** A log of a contract of that kind as an event; undefined if it is none of its. */
export function decodeLog(log: ChainLog, contract: EventSource): DatawellEvent | undefined {
  const found = parseLog(ABI_OF[contract], log);
  if (found === undefined) return undefined;
  return {
    contract,
    address: log.address,
    ...found,
    block: log.blockNumber,
    logIndex: log.index,
    transactionHash: log.transactionHash,
  } as unknown as DatawellEvent;
}
