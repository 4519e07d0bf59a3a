import type { DeploymentFile } from "#deploy/deployments.ts";
import type { Cast, Person } from "../story/cast.ts";

/** Where the services of a deployment can be reached. */
export interface ServiceUrls {
  readonly store?: string;
  readonly indexer?: string;
  readonly coordinator?: string;
  readonly coordinatorAccount?: string; // that jobs name
  readonly attesters?: readonly string[];
}

/** A key that everybody knows. */
export type DemoAccount = Pick<Person, "name" | "role" | "privateKey">;

/** `deployment.json` beside the page, see app/chain/deployment.ts. */
export interface AppDeployment {
  readonly chainId: number;
  readonly rpcUrl: string;
  readonly contracts: Readonly<Record<string, { readonly address: string; readonly block: number }>>;
  readonly services?: ServiceUrls;
  readonly explorerUrl?: string;
  readonly demo?: readonly DemoAccount[];
}

/** What the page must know of a chain: no code hashes or ABIs, which it brings along. */
export function appDeployment(
  { chainId, rpcUrl, contracts }: DeploymentFile,
  extras: Pick<AppDeployment, "services" | "explorerUrl" | "demo">,
): AppDeployment {
  const places = Object.entries(contracts).map(([name, { address, block }]) => [name, { address, block }]);
  return { chainId, rpcUrl, contracts: Object.fromEntries(places), ...extras };
}

/** The people of the story to act as, whoever has nothing to lose first. */
export const demoAccounts = ({ you, ...others }: Cast): readonly DemoAccount[] =>
  [you, ...Object.values(others)].map(({ name, role, privateKey }) => ({ name, role, privateKey }));
