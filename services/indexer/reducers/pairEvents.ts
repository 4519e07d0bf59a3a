import type { DatawellEvent } from "#sdk/events/DatawellEvent.ts";
import type { Context } from "./Reducer.ts";

/** A pair's event. */
export type PairEvent = Extract<DatawellEvent, { readonly contract: "Pair" }>;

const own = ({ transaction }: Context, { address }: PairEvent): readonly PairEvent[] =>
  transaction.filter((other): other is PairEvent => other.contract === "Pair" && other.address === address);

/** What the same pair said in this transaction after an event, in order. */
export const after = (event: PairEvent, context: Context): readonly PairEvent[] =>
  own(context, event).filter(({ logIndex }) => logIndex > event.logIndex);

/** What the same pair said in this transaction before an event, the latest first. */
export const before = (event: PairEvent, context: Context): readonly PairEvent[] =>
  own(context, event)
    .filter(({ logIndex }) => logIndex < event.logIndex)
    .toReversed();
