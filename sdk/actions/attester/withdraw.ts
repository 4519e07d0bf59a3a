import { act } from "../../chain/act.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { RegistryEvent } from "./RegistryEvent.ts";

/**
 * Takes the bond back after `exit` and the unbonding time.
 * @throws DatawellError NotExiting, StillUnbonding
 */
export const withdraw = (client: Datawell): RegistryEvent<"Withdraw"> =>
  act(client, client.registry, { call: "withdraw", args: [], event: "Withdraw" });
