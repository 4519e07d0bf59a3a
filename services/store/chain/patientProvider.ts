import { BrowserProvider } from "ethers";
import type { Rpc } from "../../shared/chain/Rpc.ts";

/**
 * A provider that gives up on each request of its own after a time. ethers asks a node for its chain before other
 * questions, all of which wait for one answer: one that never came would hold up every later question. Here the chain is
 * given, and whoever uses this asks for it as often as it needs to know.
 */
export const patientProvider = (rpc: Rpc, chainId: number, timeoutMs: number): BrowserProvider =>
  new BrowserProvider(
    { request: ({ method, params }) => withTimeout(rpc.send(method, (params ?? []) as unknown[]), timeoutMs) },
    chainId,
    { staticNetwork: true, cacheTimeout: -1 },
  );

/** What a promise gives, if it gives it within so many milliseconds. */
export async function withTimeout<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The node did not answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
