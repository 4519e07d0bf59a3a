import type { Submission } from "#sdk/attestation/wire.ts";
import { tagIn, tagInput } from "#sdk/data/contentTag.ts";
import { evaluate } from "#sdk/oprf/evaluate.ts";
import type { OprfKey } from "#sdk/oprf/oprfKey.ts";
import { refusal } from "../refusal.ts";

/**
 * Whether the tag is the function of a digest that the provider knows: nobody can take it out of somebody's pending
 * transaction.
 * @throws ServiceError 422 ForgedTag
 */
export function checkTag(key: OprfKey, { contribution, contentDigest }: Submission): void {
  if (tagIn(evaluate(key, tagInput(contentDigest))) === contribution.contentTag) return;
  throw refusal("ForgedTag", "The tag is not that of the content digest", "Have it evaluated by an attester");
}
