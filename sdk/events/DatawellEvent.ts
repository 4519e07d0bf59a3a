import type {
  AlitaAbi,
  AttesterRegistryAbi,
  ComputeBillingAbi,
  DataPoolAbi,
  DatasetFactoryAbi,
  DataTokenAbi,
  PairAbi,
} from "../abis.ts";
import type { Abi, EventArgs, EventName } from "../chain/abi.ts";
import type { Place } from "./readEvents.ts";

type EventOf<C extends string, A extends Abi> = {
  readonly [N in EventName<A>]: Place & {
    readonly contract: C;
    readonly address: string;
    readonly name: N;
    readonly args: EventArgs<A, N>;
  };
}[EventName<A>];

/** Any event of any Datawell contract; `contract` and `name` tell which, and with them TypeScript knows `args`. */
export type DatawellEvent =
  | EventOf<"Alita", typeof AlitaAbi>
  | EventOf<"AttesterRegistry", typeof AttesterRegistryAbi>
  | EventOf<"DatasetFactory", typeof DatasetFactoryAbi>
  | EventOf<"ComputeBilling", typeof ComputeBillingAbi>
  | EventOf<"DataToken", typeof DataTokenAbi>
  | EventOf<"Pair", typeof PairAbi>
  | EventOf<"DataPool", typeof DataPoolAbi>;

export type EventSource = DatawellEvent["contract"];
