import type { JsonRpcApiProvider } from "ethers";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { providerOf } from "#sdk/chain/providerOf.ts";

/** The node behind a command's session, asked directly. */
export const rpcOf = (client: Datawell): JsonRpcApiProvider => providerOf(client) as JsonRpcApiProvider;
