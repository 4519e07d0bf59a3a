import { OprfError } from "../oprf/OprfError.ts";
import { AttestationError } from "./AttestationError.ts";
import type { Agreed } from "./agree.ts";
import { refusalIn } from "./agree.ts";
import { type BlindSketch, blindSketch } from "./blindSketch.ts";
import type { AttesterRefusal, RemoteAttestationParams } from "./RemoteAttestation.ts";

export interface Sketched {
  readonly sketched: BlindSketch;
  readonly refusals: readonly AttesterRefusal[];
}

/**
 * Has tag and sketch evaluated by the first attester that does it under the agreed key and proves it: all hold the same.
 * @throws AttestationError NoAttester; DataError TooFewFeatures
 */
export async function sketchWith(
  { asked, publicKey }: Agreed,
  { pool, table }: Pick<RemoteAttestationParams, "pool" | "table">,
): Promise<Sketched> {
  const refusals: AttesterRefusal[] = [];
  for (const { service } of asked) {
    try {
      const evaluator = (blinded: readonly string[]) => service.evaluate({ pool, blinded: [...blinded] });
      return { sketched: await blindSketch(table, publicKey, evaluator), refusals };
    } catch (error) {
      refusals.push(error instanceof OprfError ? { attester: service.url, ...toldOf(error) } : refusalIn(error));
    }
  }
  throw new AttestationError(
    "NoAttester",
    "no attester evaluated the tag and the sketch",
    "See what each of them says",
    refusals,
  );
}

const toldOf = ({ code, fault, remedy }: OprfError) => ({ code, fault, remedy });
