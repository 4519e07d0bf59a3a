import { ZeroAddress } from "ethers";
import type { Datawell } from "#sdk/chain/datawell.ts";
import type { DatawellEvent } from "#sdk/events/DatawellEvent.ts";
import type { Batch, FollowedBlock } from "../../shared/chain/Batch.ts";
import type { Context } from "../reducers/Reducer.ts";
import { reduce } from "../reducers/reduce.ts";
import type { WorkingState } from "../state/createState.ts";
import { decode } from "./decode.ts";
import { datasetsIn } from "./reveal.ts";
import { type Sources, withDatasets } from "./Sources.ts";

/**
 * Gathers in a state what a stretch of the chain changes.
 * @returns the sources, with those that the stretch added
 * @throws Discontinuity, ChainError
 */
export async function apply(
  client: Datawell,
  state: WorkingState,
  known: Sources,
  { blocks, recent }: Batch,
): Promise<Sources> {
  const created = blocks.flatMap(({ logs }) => datasetsIn(client, logs));
  const sources = withDatasets(known, created);
  for (const block of blocks) {
    state.beginBlock(block.number, recent);
    for (const transaction of transactionsOf(block, sources)) {
      await applyTransaction(client, state, { sources, block, transaction });
    }
  }
  return sources;
}

interface Applied {
  readonly sources: Sources;
  readonly block: FollowedBlock;
  readonly transaction: readonly DatawellEvent[];
}

async function applyTransaction(
  { alita, router }: Datawell,
  state: WorkingState,
  { sources, block, transaction }: Applied,
): Promise<void> {
  const others = new Set([ZeroAddress, alita.address, router.address].map((address) => address.toLowerCase()));
  const isContract = (address: string) => sources.has(address.toLowerCase()) || others.has(address.toLowerCase());
  const common = { state, block: block.number, time: block.timestamp, base: alita.address, transaction, isContract };
  for (const event of transaction) {
    const context: Context = { ...common, token: sources.get(event.address)?.token ?? "" };
    await reduce(event, context);
  }
}

/** A block's events by transaction, in order. */
function transactionsOf({ logs }: FollowedBlock, sources: Sources): readonly (readonly DatawellEvent[])[] {
  const transactions = new Map<string, DatawellEvent[]>();
  for (const log of logs) {
    const source = sources.get(log.address);
    const event = source && decode(log, source);
    if (event === undefined) continue;
    const others = transactions.get(log.transactionHash);
    if (others === undefined) transactions.set(log.transactionHash, [event]);
    else others.push(event);
  }
  return [...transactions.values()];
}
