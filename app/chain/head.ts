import { signal } from "@preact/signals";
import type { DeploymentFile } from "#sdk/connect.ts";
import { LOCAL_CHAIN_ID, paceOf } from "./deployment.ts";
import { site } from "./site.ts";

/** The latest block that was seen. */
export interface Head {
  readonly number: number;
  readonly timestamp: number; // unix seconds
}

/** Undefined until the chain answered once. */
export const head = signal<Head | undefined>();

/** Whether the chain answers; what is shown is old while it does not. */
export const isReachable = signal(true);

/** Whether this device has a network at all, as far as its browser knows. */
export const isOnline = signal(true);

/** Whether the node that is asked has stood still for long. */
export const isStale = signal(false);

const LONG = 300; // seconds without a block, on a chain where many act

/** A local chain makes a block when somebody acts: its age says nothing. */
export const isOld = (timestamp: number, { chainId }: DeploymentFile, now = Date.now() / 1_000): boolean =>
  Number(chainId) !== LOCAL_CHAIN_ID && now - timestamp > LONG;

const LEAST_PACE = 500; // milliseconds

/** Looks for a new block: what is shown of an action that has just gone through follows at once. */
export async function lookForHead(): Promise<void> {
  try {
    const block = await site().node.getBlock("latest");
    isReachable.value = true;
    isStale.value = block !== null && isOld(block.timestamp, site().deployment);
    if (block !== null && block.number !== head.value?.number) {
      head.value = { number: block.number, timestamp: block.timestamp };
    }
  } catch {
    isReachable.value = false;
  }
}

/** Looks for a new block now and again, and whether there is a network. */
export function followHead(): void {
  const listen = (): void => void (isOnline.value = navigator.onLine);
  listen();
  for (const event of ["online", "offline"]) addEventListener(event, listen);
  const pace = Math.max(LEAST_PACE, paceOf(site().deployment));
  const look = async (): Promise<void> => {
    await lookForHead();
    setTimeout(() => void look(), pace);
  };
  void look();
}
