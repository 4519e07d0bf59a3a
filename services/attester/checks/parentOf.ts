import { ZeroHash } from "ethers";
import type { Submission } from "#sdk/attestation/wire.ts";
import type { Contribution } from "#sdk/types/Contribution.ts";
import { refusal } from "../refusal.ts";

/**
 * The contribution that this one updates, or none for a first one.
 * @throws ServiceError 422 UnknownParent
 */
export function parentOf(
  { contribution: { parent, provider } }: Pick<Submission, "contribution">,
  others: readonly Contribution[],
): Contribution | undefined {
  if (parent === ZeroHash) return undefined;
  const found = others.find((one) => one.contentTag === parent);
  if (found?.provider.toLowerCase() === provider.toLowerCase()) return found;
  throw refusal("UnknownParent", "The provider has no such contribution in the pool", "Name one of its own as parent");
}
