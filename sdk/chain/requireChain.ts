import { DatawellError } from "../errors/DatawellError.ts";
import type { Datawell } from "./datawell.ts";
import { providerOf } from "./providerOf.ts";

/** @throws DatawellError WrongChain: the wallet is elsewhere than the contracts */
export async function requireChain(client: Datawell): Promise<void> {
  const { chainId } = await providerOf(client).getNetwork();
  if (chainId !== client.chainId) throw new DatawellError("WrongChain", { actual: chainId, expected: client.chainId });
}
