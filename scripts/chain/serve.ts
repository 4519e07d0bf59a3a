import { Agent } from "node:http";
import { FetchRequest, JsonRpcProvider } from "ethers";
import { network } from "hardhat";
import { type Chain, LOCAL_CHAIN_ID } from "./Chain.ts";
import { freePort } from "./freePort.ts";
import { PROVIDER_OPTIONS } from "./providerOptions.ts";

const HOST = "127.0.0.1"; // this machine alone: everybody knows the keys

export interface ServedChain extends Chain {
  readonly rpcUrl: string;
}

/**
 * A chain that wallets and programs of this machine can reach, on the first free port from `firstPort` on. It lives in
 * this process and not in one of its own, so it cannot outlive it, however it ends. Its clock begins at `start`.
 */
export async function serve(start: Date, firstPort: number): Promise<ServedChain> {
  const port = await freePort(HOST, firstPort);
  const server = await network.createServer({ override: { initialDate: start } }, HOST, port);
  await server.listen();
  const rpcUrl = `http://${HOST}:${port}`;
  const request = new FetchRequest(rpcUrl);
  // the server closes idle connections while a client may be about to use them again
  request.getUrlFunc = FetchRequest.createGetUrlFunc({ agent: new Agent({ keepAlive: false }) });
  const provider = new JsonRpcProvider(request, LOCAL_CHAIN_ID, PROVIDER_OPTIONS);
  return { rpcUrl, provider, close: () => server.close() };
}
