import type { DataPoolAbi } from "../../abis.ts";
import type { EventArgs, EventName } from "../../chain/abi.ts";
import type { Sent } from "../../chain/sent.ts";

/** What an action in a pool answers with: the values of its event. */
export type PoolEvent<N extends EventName<typeof DataPoolAbi>> = Promise<Sent<EventArgs<typeof DataPoolAbi, N>>>;
