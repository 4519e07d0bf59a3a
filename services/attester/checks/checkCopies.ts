import { hexlify, ZeroHash } from "ethers";
import type { Submission } from "#sdk/attestation/wire.ts";
import { laneAgreement } from "#sdk/math/laneAgreement.ts";
import type { Contribution } from "#sdk/types/Contribution.ts";
import { refusal } from "../refusal.ts";

interface Known {
  readonly others: readonly Contribution[]; // all that the pool accepted
  readonly lanes: number; // of 64: the pool's threshold of a near duplicate
}

/**
 * Whether the pool has neither this content nor a near copy of it.
 * @throws ServiceError 422 NearDuplicate, NoveltyRefuted; 409 ContentExists
 */
export function checkCopies({ contribution, novelty }: Submission, { others, lanes }: Known): void {
  const { provider, contentTag, sketch, parent } = contribution;
  if (others.some((one) => one.contentTag === contentTag)) {
    throw refusal("ContentExists", "The pool has this content already", "Contribute something else", 409);
  }
  const isOwn = (one: Contribution) => one.provider.toLowerCase() === provider.toLowerCase();
  const alike = others.filter((one) => laneAgreement(hexlify(one.sketch), sketch) >= lanes);
  if (alike.some((one) => one.contentTag === parent) && novelty > 0) {
    throw refusal("NoveltyRefuted", "The update's sketch repeats its parent's", "An update like this has no novelty");
  }
  // own earlier contributions may be alike where one updates another
  if (alike.every((one) => isOwn(one) && parent !== ZeroHash)) return;
  throw refusal(
    "NearDuplicate",
    "The pool has a contribution of which this is a near copy, and anybody could slash it",
    "Contribute records of your own; an extension of your own contribution names it as its parent",
  );
}
