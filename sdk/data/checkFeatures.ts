import { type Bins, estimateFeatures, MIN_FEATURES } from "../math/minHash.ts";
import { DataError } from "./DataError.ts";

/** Refuses a content too poor for its sketch to mean anything. */
export function checkFeatures(bins: Bins): void {
  const features = estimateFeatures(bins);
  if (features >= MIN_FEATURES) return;
  throw new DataError(
    "TooFewFeatures",
    `the content has about ${features} distinct features, at least ${MIN_FEATURES} are needed to compare it`,
    "Contribute more records, or records that differ more",
  );
}
