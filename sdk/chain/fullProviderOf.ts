import type { Provider } from "ethers";
import { DatawellError } from "../errors/DatawellError.ts";
import type { Datawell } from "./datawell.ts";
import { providerOf } from "./providerOf.ts";

/**
 * The ethers Provider of whoever needs more of it than this SDK does.
 * @throws DatawellError NoProvider, even where something smaller reads the chain
 */
export function fullProviderOf(client: Datawell): Provider {
  const provider = providerOf(client);
  if (!("broadcastTransaction" in provider)) throw new DatawellError("NoProvider");
  return provider as Provider;
}
