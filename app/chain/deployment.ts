import { connect, type DeploymentFile } from "#sdk/connect.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { createReader, type PageReader } from "./reader/createReader.ts";

/** Where services of a deployment can be reached, as far as there are any. */
export interface ServiceUrls {
  readonly store?: string;
  readonly indexer?: string;
  readonly coordinator?: string;
  readonly coordinatorAccount?: string; // that jobs name
  readonly attesters?: readonly string[];
}

/** A key that everybody knows, of a chain that exists on one machine. */
export interface DemoAccount {
  readonly name: string;
  readonly role: string;
  readonly privateKey: string;
}

/** `deployment.json` beside the page: the contracts, the chain's address, and what else there is. */
export interface AppDeployment extends DeploymentFile {
  readonly rpcUrl: string;
  readonly services?: ServiceUrls;
  /** An explorer of the chain that shows `<explorerUrl>/tx/<hash>` (EIP-3091), by https. */
  readonly explorerUrl?: string;
  /** Only ever written by a local chain. */
  readonly demo?: readonly DemoAccount[];
}

/** All of the app that reads the chain. */
export interface Site {
  readonly deployment: AppDeployment;
  readonly node: PageReader;
  readonly reader: Datawell;
}

export const LOCAL_CHAIN_ID = 31_337;

/** How long to wait before a chain is asked again whether something happened, milliseconds. */
export const paceOf = ({ chainId }: DeploymentFile): number => (Number(chainId) === LOCAL_CHAIN_ID ? 250 : 4_000);

/**
 * Reads which contracts the page is about.
 * @throws Error in a sentence for the person in front of the page
 */
export async function openSite(): Promise<Site> {
  const answer = await fetch("./deployment.json", { cache: "no-store" });
  if (!answer.ok) throw new Error("This page has no deployment.json beside it, so it knows of no contracts.");
  const deployment = (await answer.json()) as AppDeployment;
  const node = createReader(deployment.rpcUrl, BigInt(deployment.chainId));
  return { deployment, node, reader: connect(deployment, node) };
}
