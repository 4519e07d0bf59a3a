import type { Abi, At, EventArgs, EventName } from "../chain/abi.ts";
import type { ChainLog } from "../chain/ChainReader.ts";
import type { Datawell } from "../chain/datawell.ts";
import { interfaceOf } from "../chain/interfaceOf.ts";
import { plainObject } from "../chain/plain.ts";
import { getLogs } from "./getLogs.ts";

export interface ReadEventsParams<A extends Abi, N extends EventName<A>> {
  readonly at: At<A>;
  readonly event: N;
  readonly indexed?: readonly unknown[]; // values of indexed parameters in order; null: any
  readonly fromBlock?: number; // by default the block of the deployment
  readonly toBlock?: number; // by default the latest
}

/** Where in the chain an event stands. */
export interface Place {
  readonly block: number;
  readonly logIndex: number;
  readonly transactionHash: string;
}

/** What all events of one name of a contract carried, oldest first. */
export async function readEvents<A extends Abi, N extends EventName<A>>(
  client: Datawell,
  { at, event, indexed = [], fromBlock, toBlock }: ReadEventsParams<A, N>,
): Promise<readonly (EventArgs<A, N> & Place)[]> {
  const coder = interfaceOf(at.abi, event);
  const wanted = coder.encodeFilterTopics(event, indexed);
  const logs = await getLogs(client, { address: at.address, topics: wanted, fromBlock, toBlock });
  const inputs = coder.getEvent(event)?.inputs ?? [];
  const argsOf = ({ data, topics }: ChainLog) =>
    plainObject(inputs, coder.decodeEventLog(event, data, topics)) as EventArgs<A, N>;
  return logs.map((log) => located(argsOf(log), log));
}

const located = <T>(args: T, { blockNumber, index, transactionHash }: ChainLog): T & Place => ({
  ...args,
  block: blockNumber,
  logIndex: index,
  transactionHash,
});
