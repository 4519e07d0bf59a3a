import { type Hash64, hashPair, hashText, seedOf } from "../math/keyedHash.ts";
import { addFeature, type Bins, emptyBins } from "../math/minHash.ts";
import { checkFeatures } from "./checkFeatures.ts";
import { normalizeText } from "./normalizeCell.ts";

/**
 * Sketches running text, under a pool's sketch seed (`sketchSeed`, 32 bytes of hex), by its runs of three words.
 * Punctuation, letter case and line breaks do not count.
 * @throws DataError TooFewFeatures, InvalidKey
 */
export function sketchText(text: string, seed: string): Bins {
  const start = seedOf(seed);
  const words = (normalizeText(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => hashText(word, start));
  const bins = emptyBins();
  for (let i = 2; i < words.length; i++) {
    addFeature(bins, hashPair(hashPair(words[i - 2] as Hash64, words[i - 1] as Hash64), words[i] as Hash64));
  }
  checkFeatures(bins);
  return bins;
}
