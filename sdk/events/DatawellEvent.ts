import type { Abi, EventArgs, EventName } from "../chain/abi.ts";
import type { ABI_OF } from "../chain/abiOf.ts";
import type { Place } from "./readEvents.ts";

type EventOf<C extends string, A extends Abi> = {
  readonly [N in EventName<A>]: Place & {
    readonly contract: C;
    readonly address: string;
    readonly name: N;
    readonly args: EventArgs<A, N>;
  };
}[EventName<A>];

/** Contracts that say what happened; the router has nothing to say of its own. */
export type EventSource = Exclude<keyof typeof ABI_OF, "Router">;

/** Any event of any Datawell contract; `contract` and `name` tell which, and with them TypeScript knows `args`. */
export type DatawellEvent = { readonly [C in EventSource]: EventOf<C, (typeof ABI_OF)[C]> }[EventSource];
