import { parseEther } from "ethers";
import { attester, dataset, market, now, pool } from "#sdk";
import type { DatasetDocument } from "#sdk/metadata/datasetSchema.ts";
import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import { connectStore } from "#sdk/store/connectStore.ts";
import { publishDocument } from "#sdk/store/publishDocument.ts";
import type { Dataset, PoolParams } from "#sdk/types/Dataset.ts";
import { type Chain } from "../../../../scripts/chain/Chain.ts";
import { pass } from "../../../../scripts/chain/clock.ts";
import { contributionOf, datasetTerms, POOL_TERMS, unique } from "../../../fixtures/terms.ts";
import type { Deployed, Person } from "./deployHere.ts";
import { hostileDocument, weatherDocument } from "./documents.ts";

const DAY = 86_400n;

/** How far behind the chain must begin, so that the market is seeded by now (seconds). */
export const SEEDED_TIME = 5n * DAY;

/** So little is the maker's that votes of the provider are needed, token wei. */
export const SHARES = { allocation: parseEther("500"), maxIncentive: parseEther("400") };

/** What the provider has staked, token wei. */
export const STAKED = parseEther("340");

export const HOSTILE_NAME = "<img src=x onerror=alert(1)>";

export interface ToLaunch {
  readonly document: DatasetDocument;
  readonly name: string;
  readonly symbol: string;
  readonly pool?: Partial<PoolParams>; // what is unlike the usual terms
}

export interface Seeded {
  readonly weather: Dataset;
  readonly hostile: Dataset;
  readonly maker: Person;
  readonly provider: Person; // has stake, liquidity, a licence and Data Tokens
  readonly buyer: Person; // has a price offer to answer
  /** Launches another dataset of the maker's. */
  readonly launch: (wanted: ToLaunch) => Promise<Dataset>;
  /** A contribution's content tag; by default its records stay on the provider's device. */
  readonly contribute: (provider: Person, dataset: Dataset, kind?: bigint) => Promise<string>;
}

/** A dataset with provider, stake, trades, liquidity, licence and an open vote; and one whose every word is an attack. */
export async function seedMarket(chain: Chain, deployed: Deployed, store: string): Promise<Seeded> {
  const [maker, provider, buyer] = deployed.people as [Person, Person, Person];
  const launch = launcher(maker, deployed.attesterSetHash, store);
  const weather = await launch({ document: weatherDocument(), name: "Weather", symbol: "WTHR", pool: SHARES });
  const hostile = await launch({ document: hostileDocument(), name: HOSTILE_NAME, symbol: "<b>X</b>", pool: SHARES });
  const contribute = contributor(deployed);
  await provide(chain, contribute, provider, weather);
  await trade(provider, weather);
  const proposal = {
    buyer: buyer.address,
    price: parseEther("5"),
    duration: 30n * DAY,
    voteBudget: parseEther("10"),
    expiry: (await now(maker)) + 20n * DAY,
    salt: unique("salt"),
  };
  await pool.proposePrice(maker, { pool: weather.pool, proposal });
  return { weather, hostile, maker, provider, buyer, launch, contribute };
}

/** How somebody launches datasets and has their descriptions published. */
const launcher =
  (maker: Person, attesterSet: string, store: string) =>
  async ({ document, name, symbol, pool: terms }: ToLaunch): Promise<Dataset> => {
    const token = { ...datasetTerms(await now(maker)), name, symbol, metadata: metadataDigest(document) };
    const { result } = await dataset.launch(maker, { ...token, pool: { ...POOL_TERMS, ...terms, attesterSet } });
    await publishDocument(connectStore({ url: store, datawell: maker }), { document, pool: result.pool });
    return result;
  };

/** How somebody's records of the best quality are attested and accepted; answers their content tag. */
const contributor =
  ({ attesters, attesterSet: set }: Deployed) =>
  async (provider: Person, { pool: address }: Dataset, kind = 0n): Promise<string> => {
    const contribution = contributionOf(provider.address, { kind });
    const assessment = { quality: 9_000n, novelty: 0n, deadline: (await now(provider)) + DAY };
    const found = { pool: address, contribution, assessment };
    const signatures = await Promise.all(attesters.slice(0, 2).map((one) => attester.attest(one, found)));
    await pool.contribute(provider, { ...found, set, signatures });
    return contribution.contentTag;
  };

/** Two contributions, of which one is claimed and staked, and one waits. */
async function provide(chain: Chain, contribute: Seeded["contribute"], provider: Person, weather: Dataset) {
  const first = await contribute(provider, weather);
  await pass(chain, POOL_TERMS.challengeWindow + 1n);
  await pool.claim(provider, { pool: weather.pool, contentTags: [first], toStake: STAKED });
  await contribute(provider, weather);
}

async function trade(provider: Person, weather: Dataset): Promise<void> {
  await market.buy(provider, { dataset: weather, amountIn: parseEther("500") });
  await market.sell(provider, { dataset: weather, amountIn: parseEther("100") });
  await market.add(provider, { dataset: weather, data: parseEther("200"), base: parseEther("200") });
  await pool.buyLicence(provider, { pool: weather.pool });
}
