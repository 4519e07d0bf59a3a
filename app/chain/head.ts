import { signal } from "@preact/signals";
import { paceOf } from "./deployment.ts";
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

const LEAST_PACE = 500; // milliseconds

/** Looks for a new block: what is shown of an action that has just gone through follows at once. */
export async function lookForHead(): Promise<void> {
  try {
    const block = await site().node.getBlock("latest");
    isReachable.value = true;
    if (block !== null && block.number !== head.value?.number) {
      head.value = { number: block.number, timestamp: block.timestamp };
    }
  } catch {
    isReachable.value = false;
  }
}

/** Looks for a new block now and again. */
export function followHead(): void {
  const pace = Math.max(LEAST_PACE, paceOf(site().deployment));
  const look = async (): Promise<void> => {
    await lookForHead();
    setTimeout(() => void look(), pace);
  };
  void look();
}
