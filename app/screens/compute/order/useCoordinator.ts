import { DatawellError } from "#sdk/errors/DatawellError.ts";
import { site } from "../../../chain/site.ts";
import { type Asked, useAsked } from "../useAsked.ts";

/** Where the coordinator of this deployment is; undefined: somebody has to type it. */
export const knownCoordinator = (): string | undefined => site().deployment.services?.coordinator;

/** The account of the coordinator behind an address, which a job must name: the deployment's, or by its own word. */
export function useCoordinator(url: string): Asked<string> {
  const isUrl = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  return useAsked(isUrl ? `coordinator ${url}` : undefined, () => accountAt(url));
}

/** @throws CoordinatorError if it does not answer, or is none of this chain */
async function accountAt(url: string): Promise<string> {
  const { services, chainId: ours } = site().deployment;
  if (url === services?.coordinator && services.coordinatorAccount !== undefined) return services.coordinatorAccount;
  const { coordinatorInfo } = await import("#sdk/coordinator/coordinatorInfo.ts");
  const { chainId, account } = await coordinatorInfo(url);
  if (chainId === String(ours)) return account;
  const what = `This coordinator settles on chain ${chainId}`;
  throw new DatawellError("BadInput", { what, advice: "Take one of this chain" });
}
