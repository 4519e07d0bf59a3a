import { BrowserProvider } from "ethers";
import { limitRequests } from "../../shared/chain/limitRequests.ts";
import type { Rpc } from "../../shared/chain/Rpc.ts";

/** A provider that gives up on each request after a time. The chain is given: whoever uses this asks for it itself. */
export const patientProvider = (rpc: Rpc, chainId: number, timeoutMs: number): BrowserProvider => {
  const node = {
    request: ({ method, params }: { readonly method: string; readonly params?: unknown }) =>
      rpc.send(method, (params ?? []) as unknown[]),
  };
  return new BrowserProvider(limitRequests(node, timeoutMs), chainId, { staticNetwork: true, cacheTimeout: -1 });
};
