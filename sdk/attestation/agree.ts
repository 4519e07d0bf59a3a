import { getAddress } from "ethers";
import type { AttesterSet } from "../types/Attestation.ts";
import { AttestationError } from "./AttestationError.ts";
import type { AttesterClient } from "./attesterAt.ts";
import { AttesterRefused } from "./AttesterRefused.ts";
import type { AttesterRefusal } from "./RemoteAttestation.ts";
import type { PoolInfo } from "./wire.ts";

/** An attester that can be asked, and what it says of itself. */
export interface Asked {
  readonly service: AttesterClient;
  readonly info: PoolInfo;
}

/** Attesters of the pool's set that answer under one key and on the same terms. */
export interface Agreed {
  readonly asked: readonly Asked[];
  readonly publicKey: string;
  readonly freshnessHorizon: number; // seconds
  readonly refusals: readonly AttesterRefusal[];
}

interface Expected {
  readonly pool: string;
  readonly chainId: bigint;
  readonly set: AttesterSet;
  readonly publicKey?: string;
}

/**
 * Asks all attesters for their key and terms. Those that cannot be reached, belong to another chain or are not of the set
 * are left out, and so are those with another key than the published one.
 * @throws AttestationError NoAttester, DifferentKeys, DifferentTerms
 */
export async function agree(services: readonly AttesterClient[], expected: Expected): Promise<Agreed> {
  const answers = await Promise.allSettled(services.map((service) => look(service, expected)));
  const asked = answers.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const refusals = answers.flatMap((one) => (one.status === "rejected" ? [refusalIn(one.reason)] : []));
  const [first] = asked;
  if (first === undefined) {
    throw new AttestationError("NoAttester", "no attester can be asked", "See what each of them says", refusals);
  }
  const { publicKey, freshnessHorizon } = first.info;
  if (asked.some(({ info }) => info.publicKey !== publicKey)) {
    throw new AttestationError(
      "DifferentKeys",
      "the attesters answer under different keys, so one of them would learn which contents are whose",
      "Ask the pool's maker for the right key and pass it as `publicKey`",
    );
  }
  if (asked.some(({ info }) => info.freshnessHorizon !== freshnessHorizon)) {
    throw new AttestationError(
      "DifferentTerms",
      "the attesters measure freshness against different horizons",
      "Tell them: they must be started with the same",
    );
  }
  return { asked, publicKey, freshnessHorizon, refusals };
}

async function look(service: AttesterClient, { pool, chainId, set, publicKey }: Expected): Promise<Asked> {
  const told = await service.info(pool);
  const info = { ...told, attester: getAddress(told.attester.toLowerCase()) };
  const fault = faultOf();
  if (fault === undefined) return { service, info };
  const [code, text, remedy] = fault;
  throw new AttesterRefused({ attester: service.url, code, fault: text, remedy });

  function faultOf(): readonly [string, string, string] | undefined {
    if (info.chainId !== chainId.toString() || info.pool.toLowerCase() !== pool.toLowerCase()) {
      return ["WrongPool", "it speaks of another chain or pool", "Check its address"];
    }
    if (!set.attesters.some((one) => one.toLowerCase() === info.attester.toLowerCase())) {
      return ["NotOfTheSet", `${info.attester} is none of the pool's attesters`, "Ask one of the pool's set"];
    }
    if (publicKey !== undefined && info.publicKey !== publicKey) {
      return ["WrongKey", "it answers under another key than the pool's", "Ask another attester of the set"];
    }
    return undefined;
  }
}

/** What an attester's failure is told as; what is no failure of an attester goes on. */
export function refusalIn(error: unknown): AttesterRefusal {
  if (error instanceof AttesterRefused) return error.refusal;
  throw error;
}
