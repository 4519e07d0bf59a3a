import { commitSeed } from "../crypto/commitments.ts";
import { bytesOf, hexOf } from "../crypto/hex.ts";
import { publicKeyOf } from "../crypto/x25519.ts";
import type { PartyKeys, PartySecrets } from "./Party.ts";

/** A device's fresh secrets for one round, and what it publishes of them. */
export async function createParty(
  round: string,
): Promise<{ readonly secrets: PartySecrets; readonly keys: PartyKeys }> {
  const secrets = { maskSecret: random32(), shareSecret: random32(), seed: random32() };
  return { secrets, keys: await partyKeys(round, secrets) };
}

/** What a device publishes of its secrets. */
export async function partyKeys(round: string, { maskSecret, shareSecret, seed }: PartySecrets): Promise<PartyKeys> {
  return {
    maskKey: hexOf(await publicKeyOf(bytesOf(maskSecret, 32))),
    shareKey: hexOf(await publicKeyOf(bytesOf(shareSecret, 32))),
    seedCommitment: hexOf(commitSeed(bytesOf(round, 32), bytesOf(seed, 32))),
  };
}

const random32 = (): string => hexOf(crypto.getRandomValues(new Uint8Array(32)));
