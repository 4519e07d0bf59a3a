import { Wallet } from "ethers";
import { attester, connect, dataset, now, pool } from "#sdk";
import type { Dataset, PoolParams } from "#sdk/types/Dataset.ts";
import { testAccounts } from "../../../../scripts/chain/testAccounts.ts";
import { contributionOf, datasetTerms, POOL_TERMS } from "../../../fixtures/terms.ts";
import type { House } from "../openHouse.ts";

const ATTESTERS = 3; // the last of the chain's accounts
const DAY = 86_400n;

export interface Own {
  readonly name: string;
  readonly symbol: string;
  readonly pool: Partial<PoolParams>; // what is unlike the usual terms
}

/** A dataset of the maker's for one suite alone, with one contribution; its description is nowhere. */
export async function launchOwn(house: House, { name, symbol, pool: terms }: Own): Promise<Dataset> {
  const { maker, provider, file, chain } = house;
  const attesters = testAccounts(20)
    .slice(-ATTESTERS)
    .map(({ privateKey }) => connect(file, new Wallet(privateKey, chain.provider)));
  const { set, hash } = attester.attesterSet(await Promise.all(attesters.map(addressOf)), 2n);
  const { result } = await dataset.launch(maker, {
    ...datasetTerms(await now(maker)),
    name,
    symbol,
    pool: { ...POOL_TERMS, ...terms, attesterSet: hash },
  });
  const contribution = contributionOf(provider.address);
  const assessment = { quality: 9_000n, novelty: 0n, deadline: (await now(maker)) + DAY };
  const found = { pool: result.pool, contribution, assessment };
  const signatures = await Promise.all(attesters.slice(0, 2).map((one) => attester.attest(one, found)));
  await pool.contribute(provider, { ...found, set, signatures });
  return result;
}

const addressOf = ({ runner }: ReturnType<typeof connect>): Promise<string> => (runner as Wallet).getAddress();
