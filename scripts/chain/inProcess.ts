import { BrowserProvider } from "ethers";
import { network } from "hardhat";
import { type Chain, LOCAL_CHAIN_ID } from "./Chain.ts";
import { PROVIDER_OPTIONS } from "./providerOptions.ts";

/** A chain inside this process, without a server. Its clock begins at `start`. */
export async function inProcess(start: Date): Promise<Chain> {
  const connection = await network.create({ override: { initialDate: start } });
  const provider = new BrowserProvider(connection.provider, LOCAL_CHAIN_ID, PROVIDER_OPTIONS);
  return { provider, close: () => connection.close() };
}
