import { act } from "../../chain/act.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { RegistryEvent } from "./RegistryEvent.ts";

/**
 * Stops attesting at once; the bond can be withdrawn when the unbonding time is over.
 * @throws DatawellError NotBonded, AlreadyExiting
 */
export const exit = (client: Datawell): RegistryEvent<"Exit"> =>
  act(client, client.registry, { call: "exit", args: [], event: "Exit" });
