import type { AttesterRegistryAbi } from "../../abis.ts";
import type { EventArgs, EventName } from "../../chain/abi.ts";
import type { Sent } from "../../chain/sent.ts";

/** What an action in the registry answers with: the values of its event. */
export type RegistryEvent<N extends EventName<typeof AttesterRegistryAbi>> = Promise<
  Sent<EventArgs<typeof AttesterRegistryAbi, N>>
>;
