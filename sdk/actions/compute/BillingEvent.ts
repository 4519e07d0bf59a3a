import type { ComputeBillingAbi } from "../../abis.ts";
import type { EventArgs, EventName } from "../../chain/abi.ts";
import type { Sent } from "../../chain/sent.ts";

/** What an action of compute answers with: the values of its event. */
export type BillingEvent<N extends EventName<typeof ComputeBillingAbi>> = Promise<
  Sent<EventArgs<typeof ComputeBillingAbi, N>>
>;
