import { combineShares } from "../crypto/combineShares.ts";
import { commitSeed, type SecretKind } from "../crypto/commitments.ts";
import { hexOf, tryBytesOf } from "../crypto/hex.ts";
import { isCommitted, SEALED_BYTES, SHARE_BYTES } from "../crypto/seal.ts";
import { publicKeyOf } from "../crypto/x25519.ts";
import type { PartyKeys } from "../party/Party.ts";
import type { Reveal } from "../party/revealShares.ts";
import type { Blame } from "../ReduceError.ts";

/** What is known of one device's secret. */
export interface Evidence {
  readonly round: Uint8Array;
  readonly index: number;
  readonly keys: PartyKeys; // of the roster
  readonly kind: SecretKind;
  readonly threshold: number;
  readonly shares: readonly {
    readonly from: number; // the neighbour that revealed it
    readonly reveal: Reveal;
    readonly sealed: string | undefined; // what the device had sealed for that neighbour
  }[];
}

/**
 * A device's secret from its neighbours' shares, if there are enough good ones. A share other than the device committed
 * to is the neighbour's lie; committed shares that do not make the roster's secret are the device's own.
 */
export async function rebuildSecret(
  evidence: Evidence,
): Promise<{ readonly secret?: Uint8Array; readonly blamed: readonly Blame[] }> {
  const judged = evidence.shares.map((share) => judge(evidence, share));
  const blamed = judged.filter((result) => "why" in result);
  const good = judged.filter((result) => result instanceof Uint8Array);
  if (good.length < evidence.threshold) return { blamed };
  const secret = combineShares(good.slice(0, evidence.threshold)); // nothing if the dealer gave one coordinate to two
  if (secret !== undefined && (await isSecretOf(evidence, secret))) return { secret, blamed };
  return { blamed: [...blamed, { index: evidence.index, why: "BadSharing" }] };
}

/** The share's bytes, or who is to blame. */
function judge({ round, index, kind }: Evidence, share: Evidence["shares"][number]): Uint8Array | Blame {
  const { from, reveal, sealed } = share;
  if (reveal.kind !== kind) return { index: from, why: "WrongKind" };
  const commitments = tryBytesOf(sealed, SEALED_BYTES);
  if (commitments === undefined) return { index, why: "BadSharing" }; // it sealed nothing that could be opened
  const bytes = tryBytesOf(reveal.share, SHARE_BYTES);
  const committed = bytes && isCommitted(commitments, { round, from: index, to: from }, kind, bytes);
  return committed ? bytes : { index: from, why: "WrongShare" };
}

/** Whether this is what the roster has the commitment, or the public key, of. */
async function isSecretOf({ round, keys, kind }: Evidence, secret: Uint8Array): Promise<boolean> {
  if (kind === "seed") return hexOf(commitSeed(round, secret)) === keys.seedCommitment;
  return hexOf(await publicKeyOf(secret)) === keys.maskKey;
}
