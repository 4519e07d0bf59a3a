import { terms } from "#sdk/actions/pool/terms.ts";
import { ServiceError } from "../../shared/http/index.ts";
import type { Attester } from "../Attester.ts";
import { fromChain } from "../fromChain.ts";
import { spend } from "./spend.ts";

interface Asked {
  readonly account: string;
  readonly network: string; // that the request came from
  readonly pool: string;
  readonly amount: number; // of blinded elements
}

/**
 * Counts elements of an account, of its network and of all together. Accounts cost nothing, so those that nobody knows have
 * half of all; the other half is kept for accounts of which the pool accepted something, wherever they ask from.
 * @throws ServiceError 429 QuotaSpent, 404 UnknownPool, 503 ChainUnavailable
 */
export async function spendElements(attester: Attester, { account, network, pool, amount }: Asked): Promise<void> {
  const { elements, networkElements, allElements } = attester.quotas;
  const counted = { kind: "elements", amount } as const;
  const own = { ...counted, account, limit: elements };
  try {
    await spend(attester, [
      own,
      { ...counted, account: `network ${network}`, limit: networkElements },
      { ...counted, account: "*", limit: Math.floor(allElements / 2) },
    ]);
  } catch (error) {
    if (!isSpent(error) || !(await isKnown(attester, account, pool))) throw error;
    await spend(attester, [own, { ...counted, account: "*", limit: allElements }]);
  }
}

const isSpent = (error: unknown): boolean => error instanceof ServiceError && error.code === "QuotaSpent";

async function isKnown({ client, contributionsOf }: Attester, account: string, pool: string): Promise<boolean> {
  await fromChain(() => terms(client, { pool })); // or anybody's address would be searched for logs
  const accepted = await contributionsOf(pool);
  return accepted.some(({ provider }) => provider.toLowerCase() === account.toLowerCase());
}
