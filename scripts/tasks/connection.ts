import { existsSync } from "node:fs";
import { BrowserProvider } from "ethers";
import { deploymentPath } from "#deploy/deployments.ts";
import { limitRequests } from "../../services/shared/chain/limitRequests.ts";
import { badInput } from "../input/badInput.ts";
import { readJson } from "../input/readJson.ts";
import type { Context } from "./Command.ts";
import { publicUrl } from "./publicUrl.ts";

const LOCAL = "localhost";
const LOCAL_CHAIN = 31337;
const NODE_MS = 60_000; // milliseconds that a node may take for one answer

/** A chain to talk to. */
export interface Connection {
  readonly provider: BrowserProvider;
  readonly chainId: bigint;
  readonly rpcUrl: string; // empty unless it is on this machine
}

/**
 * Connects to the network that the user chose. Without a choice it is localhost, and localhost is wherever the
 * deployment file says that the chain listens.
 */
export async function connectTo({ hre, deployment }: Context): Promise<Connection> {
  const network = hre.globalOptions.network ?? LOCAL;
  const url = network === LOCAL ? localUrl(deployment ?? deploymentPath(LOCAL_CHAIN)) : undefined;
  const { provider, networkConfig } = await hre.network.create({ network, override: url === undefined ? {} : { url } });
  const rpcUrl = networkConfig.type === "http" ? publicUrl(await networkConfig.url.getUrl()) : "";
  const chainId = await provider.request({ method: "eth_chainId" }).catch(() => {
    throw badInput(
      `No chain answers at ${rpcUrl || network}`,
      "Start a local one with `npm start`, or name another with --network",
    );
  });
  const options = { batchMaxCount: 1, cacheTimeout: -1, pollingInterval: 50 };
  return {
    provider: new BrowserProvider(limitRequests(provider, NODE_MS), Number(chainId), options),
    chainId: BigInt(chainId as string),
    rpcUrl,
  };
}

function localUrl(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const { rpcUrl } = readJson(path, "deployment");
  return typeof rpcUrl === "string" && rpcUrl !== "" ? rpcUrl : undefined;
}
