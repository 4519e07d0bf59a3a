import { ZeroHash } from "ethers";
import { laneAgreement } from "#sdk/math/laneAgreement.ts";
import type { Contribution } from "#sdk/types/Contribution.ts";

export const LANES = 64;

/** The contribution of a pool that a new one is most like. */
export interface Closest {
  readonly lanes: number; // of 64 that agree
  readonly contentTag: string;
  readonly provider: string;
}

/**
 * Looks a new contribution up among those that a pool ever accepted: the one with the same content, else the one with the
 * most similar sketch, of those that it could be slashed for. A first contribution may be like the provider's own.
 */
export function closest(
  fresh: Pick<Contribution, "provider" | "contentTag" | "sketch" | "parent">,
  accepted: readonly Contribution[],
): Closest | undefined {
  const found = accepted.flatMap(({ contentTag, provider, sketch }): readonly Closest[] => {
    if (contentTag === fresh.contentTag) return [{ lanes: LANES, contentTag, provider }];
    const isOwn = provider === fresh.provider && fresh.parent === ZeroHash;
    return isOwn ? [] : [{ lanes: laneAgreement(sketch, fresh.sketch), contentTag, provider }];
  });
  return found.toSorted((a, b) => b.lanes - a.lanes)[0];
}
