import { DatawellError } from "../errors/DatawellError.ts";
import type { ChainReader } from "./ChainReader.ts";
import type { Datawell } from "./datawell.ts";

/**
 * What reads the chain.
 * @throws DatawellError NoProvider
 */
export function providerOf({ runner }: Datawell): ChainReader {
  if (!runner.provider) throw new DatawellError("NoProvider");
  return runner.provider;
}
