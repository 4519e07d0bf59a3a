import type { DatawellEvent, EventSource } from "#sdk/events/DatawellEvent.ts";
import type { State } from "../state/State.ts";

/** Where an event stands and what it finds. */
export interface Context {
  readonly state: State;
  readonly block: number;
  readonly time: number; // of the block, unix seconds
  readonly base: string; // ALITA
  /** Whether an address is one of the deployment or of its datasets, or zero. */
  readonly isContract: (address: string) => boolean;
  /** The Data Token of the dataset whose contract speaks; empty for contracts of the whole deployment. */
  readonly token: string;
  /** All events of followed contracts in the same transaction, in order. */
  readonly transaction: readonly DatawellEvent[];
}

export type EventOf<C extends EventSource, N extends string> = Extract<
  DatawellEvent,
  { readonly contract: C; readonly name: N }
>;

/** What the events of a contract make of the index; events without a reducer change nothing. */
export type Reducer<C extends EventSource> = {
  readonly [N in EventOf<C, string>["name"]]?: (event: EventOf<C, N>, context: Context) => Promise<void>;
};

/** Where a fact stands. */
export const placeOf = ({ block, logIndex }: DatawellEvent, { time }: Context) => ({ block, logIndex, time });
