import { split } from "shamir-secret-sharing";
import { bytesOf, hexOf } from "../crypto/hex.ts";
import { seal } from "../crypto/seal.ts";
import { ReduceError } from "../ReduceError.ts";
import { channelsOf, checkNeighbours } from "./channels.ts";
import type { ByIndex, Party } from "./Party.ts";

/**
 * Shares of a device's two secrets, a pair sealed for each neighbour (146 bytes of hex) with commitments that the
 * coordinator can read. Shares are drawn anew at each call: keep the answer before it is sent, and send no other.
 * @throws ReduceError BadKey, BadTerms, NotAPosition
 */
export async function sealShares({
  threshold,
  ...party
}: Party & { readonly threshold: number }): Promise<ByIndex<string>> {
  const { secrets, neighbours } = party;
  checkNeighbours(party);
  checkThreshold(threshold, neighbours.length);
  const seeds = await split(bytesOf(secrets.seed, 32), neighbours.length, threshold);
  const keys = await split(bytesOf(secrets.maskSecret, 32), neighbours.length, threshold);
  const channels = await channelsOf(party, neighbours);
  return Object.fromEntries(
    channels.map(({ neighbour, out }, i) => {
      const shares = { seed: seeds[i] as Uint8Array, key: keys[i] as Uint8Array };
      return [neighbour.index, hexOf(seal(out, shares))];
    }),
  );
}

/** A secret of which one share is enough, or that no number of shares rebuilds, is not shared. */
function checkThreshold(threshold: number, neighbours: number): void {
  if (Number.isInteger(threshold) && threshold >= 2 && threshold <= neighbours && neighbours <= 255) return;
  throw new ReduceError(
    "BadTerms",
    `a secret cannot be shared among ${neighbours} so that ${threshold} rebuild it`,
    "Take degree and threshold of cohortParams",
  );
}
