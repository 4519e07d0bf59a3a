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
 * are left out, and so are those with another key than the published one, or with another key or horizon than most, as long
 * as these are enough to sign: one that answers otherwise stops nobody.
 * @throws AttestationError NoAttester, DifferentKeys, DifferentTerms
 */
export async function agree(services: readonly AttesterClient[], expected: Expected): Promise<Agreed> {
  const answers = await Promise.allSettled(services.map((service) => look(service, expected)));
  const answered = answers.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const refusals = answers.flatMap((one) => (one.status === "rejected" ? [refusalIn(one.reason)] : []));
  const { threshold } = expected.set;
  const keyed = most({ asked: answered, refusals }, { ...KEY, threshold });
  const { asked, refusals: all } = most(keyed, { ...HORIZON, threshold });
  const [first] = asked;
  if (first === undefined) {
    throw new AttestationError("NoAttester", "no attester can be asked", "See what each of them says", all);
  }
  const { publicKey, freshnessHorizon } = first.info;
  return { asked, publicKey, freshnessHorizon, refusals: all };
}

/** Something that attesters must say alike. */
interface Matter {
  readonly code: "DifferentKeys" | "DifferentTerms";
  readonly fault: string; // of all of them
  readonly remedy: string;
  readonly said: (info: PoolInfo) => string; // by one of them
}

const KEY: Matter = {
  code: "DifferentKeys",
  fault: "the attesters answer under different keys, so one of them would learn which contents are whose",
  remedy: "Ask the pool's maker for the right key and pass it as `publicKey`",
  said: ({ publicKey }) => `it answers under the key ${publicKey}`,
};

const HORIZON: Matter = {
  code: "DifferentTerms",
  fault: "the attesters measure freshness against different horizons",
  remedy: "Tell them: they must be started with the same",
  said: ({ freshnessHorizon }) => `it measures freshness against a horizon of ${freshnessHorizon} seconds`,
};

interface Answers {
  readonly asked: readonly Asked[];
  readonly refusals: readonly AttesterRefusal[]; // of all others
}

/** Those that say what most accounts say; all must, where these are fewer than have to sign or no more than others. */
function most(
  { asked, refusals }: Answers,
  { code, fault, remedy, said, threshold }: Matter & { threshold: bigint },
): Answers {
  const groups = [...Map.groupBy(asked, ({ info }) => said(info)).values()].toSorted((a, b) => votes(b) - votes(a));
  const [first = [], second, ...rest] = groups;
  if (second === undefined) return { asked, refusals };
  const told = (all: readonly Asked[]): AttesterRefusal[] =>
    all.map(({ service, info }) => ({ attester: service.url, code, fault: said(info), remedy }));
  if (votes(first) <= votes(second) || BigInt(votes(first)) < threshold) {
    throw new AttestationError(code, fault, remedy, [...refusals, ...told(asked)]);
  }
  return { asked: first, refusals: [...refusals, ...told([second, ...rest].flat())] };
}

/** A service may have several addresses, an account has one vote. */
const votes = (group: readonly Asked[]): number => new Set(group.map(({ info }) => info.attester)).size;

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
