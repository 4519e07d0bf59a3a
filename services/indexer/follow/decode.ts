import type { Log } from "ethers";
import type { DatawellEvent } from "#sdk/events/DatawellEvent.ts";
import { decodeLog } from "#sdk/events/decodeLog.ts";
import { ChainError } from "../../shared/chain/ChainError.ts";
import type { ChainLog } from "../../shared/chain/ChainLog.ts";
import type { Source } from "./Sources.ts";

/** Approvals move nothing, so the index leaves them out. */
const IGNORED: ReadonlySet<string> = new Set(["Approval"]);

/**
 * A log as an event; undefined if it is none that the index knows.
 * @throws ChainError BadAnswer where its content is not what its contract would have logged
 */
export function decode(log: ChainLog, { contract }: Source): DatawellEvent | undefined {
  try {
    const event = decodeLog(log as unknown as Log, contract); // it has all that is read of a Log
    return event === undefined || IGNORED.has(event.name) ? undefined : event;
  } catch (cause) {
    throw new ChainError("BadAnswer", `The node gave a damaged log at index ${log.index} of block ${log.blockNumber}`, {
      cause,
    });
  }
}
