import type { Provider } from "ethers";
import { DatawellError } from "../errors/DatawellError.ts";
import type { Datawell } from "./datawell.ts";

/**
 * What reads the chain.
 * @throws DatawellError NoProvider
 */
export function providerOf({ runner }: Datawell): Provider {
  if (!runner.provider) throw new DatawellError("NoProvider");
  return runner.provider;
}
