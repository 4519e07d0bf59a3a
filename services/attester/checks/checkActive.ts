import { bond } from "#sdk/actions/attester/bond.ts";
import { ServiceError } from "../../shared/http/index.ts";
import type { Attester } from "../Attester.ts";
import { fromChain } from "../fromChain.ts";

/**
 * A signature of an attester without a bond counts nothing: better none than one that fails on chain.
 * @throws ServiceError 503 NotBonded, ChainUnavailable
 */
export async function checkActive({ client, address }: Pick<Attester, "client" | "address">): Promise<void> {
  const { active } = await fromChain(() => bond(client, { attester: address }));
  if (active) return;
  throw new ServiceError({
    status: 503,
    code: "NotBonded",
    fault: "This attester has no bond, so its signature would not count",
    remedy: "Ask another attester of the pool",
  });
}
