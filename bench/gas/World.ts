import { id, MaxUint256, parseEther, ZeroAddress, ZeroHash } from "ethers";
import {
  type Assessment,
  attester,
  type AttesterSet,
  connect,
  type Contribution,
  type Datawell,
  dataset,
  type Dataset,
  type DatasetParams,
  encode,
  market,
  pool,
  type PoolParams,
  tokenAt,
  transact,
} from "#sdk";
import { deploy } from "#deploy";
import { toDeploymentFile } from "#deploy/deployments.ts";
import type { Stage } from "./Stage.ts";

export const DAY = 86_400n;
export const YEAR = 365n * DAY;
const ALITA = parseEther("1000000"); // of every user
const BOND = parseEther("1000");

/** Somebody, seen by the SDK. */
export interface User {
  readonly client: Datawell;
  readonly address: string;
}

export type Terms = Partial<Omit<DatasetParams, "pool">> & { readonly pool?: Partial<PoolParams> };

/** Our whole system on the stage, driven by the SDK. */
export interface World extends Deployed {
  /** 32 bytes unlike all others. */
  readonly unique: () => string;
  /** A user with ALITA. */
  readonly user: (name: string) => Promise<User>;
  /** What a dataset is launched with. */
  readonly terms: (overrides?: Terms) => Promise<DatasetParams>;
  /** A dataset of the maker's. */
  readonly launch: (overrides?: Terms) => Promise<Dataset>;
  /** The user buys some Data Token and lets the dataset's pair and pool take all its tokens. */
  readonly enter: (user: User, dataset: Dataset) => Promise<void>;
  /** The provider hands in a contribution that two of three attesters signed. */
  readonly contribute: (provider: User, to: string, shape?: Shape) => ReturnType<typeof contributeTo>;
}

/** What a contribution is like. */
export interface Shape extends Partial<Contribution> {
  readonly quality?: bigint; // bps
}

interface Attesters {
  readonly clients: readonly Datawell[];
  readonly set: AttesterSet;
  readonly hash: string;
}

/** What all measurements begin with. */
export interface Deployed extends Stage {
  readonly as: (name: string) => Promise<User>;
  readonly maker: User;
  readonly attesters: Attesters;
}

/** Puts the system on the stage, with attesters. */
export async function deployOn(stage: Stage): Promise<Deployed> {
  const file = toDeploymentFile(await deploy(await stage.account("maker")), "");
  const as = async (name: string): Promise<User> => {
    const wallet = await stage.account(name);
    return { client: connect(file, wallet), address: wallet.address };
  };
  const maker = await as("maker");
  const { alita, factory } = maker.client;
  await allow(maker, [alita.address], [factory.address]);
  return { ...stage, as, maker, attesters: await bondedAttesters(maker, as) };
}

/** A world in which nothing has happened yet. */
export function worldOn(deployed: Deployed): World {
  const { as, maker, attesters } = deployed;
  const { alita } = maker.client;
  let serial = 0;
  const unique = () => id(`unique ${++serial}`);
  const terms = (overrides: Terms = {}) => datasetTerms(deployed, unique(), { hash: attesters.hash, ...overrides });
  return {
    ...deployed,
    unique,
    terms,
    async user(name) {
      const one = await as(name);
      await dataset.transfer(maker.client, { token: alita.address, to: one.address, amount: ALITA });
      return one;
    },
    async launch(overrides) {
      const { result } = await dataset.launch(maker.client, await terms(overrides));
      return result;
    },
    async enter(user, { token, pair, pool: poolAddress }) {
      await allow(user, [alita.address, token], [pair, poolAddress]);
      await market.buy(user.client, { dataset: { token, pair }, amountIn: parseEther("1000") });
    },
    contribute: (provider, to, shape = {}) => contributeTo({ deployed, unique, provider }, to, shape),
  };
}

/** Lets these contracts take the user's tokens, without an end. */
export async function allow({ client }: User, tokens: readonly string[], spenders: readonly string[]): Promise<void> {
  for (const token of tokens) {
    for (const spender of spenders) {
      await transact(client, { to: token, calls: [encode(tokenAt(token), "approve", [spender, MaxUint256])] });
    }
  }
}

async function bondedAttesters(maker: User, as: (name: string) => Promise<User>): Promise<Attesters> {
  const users = await Promise.all(["attester 1", "attester 2", "attester 3"].map(as));
  for (const { client, address } of users) {
    await dataset.transfer(maker.client, { token: client.alita.address, to: address, amount: BOND });
    await attester.register(client, { amount: BOND });
  }
  const addresses = users.map(({ address }) => address);
  return { clients: users.map(({ client }) => client), ...attester.attesterSet(addresses, 2n) };
}

async function datasetTerms(
  stage: Stage,
  metadata: string,
  { hash, ...overrides }: Terms & { readonly hash: string },
): Promise<DatasetParams> {
  const terms: PoolParams = {
    rewardInBase: false,
    staking: true,
    listed: true,
    allocation: parseEther("500000"),
    maxIncentive: parseEther("100"),
    updateMax: parseEther("50"),
    price: parseEther("10"),
    unitPrice: parseEther("0.001"),
    minQuality: 1_000n,
    slashBps: 5_000n,
    burnBps: 1_000n,
    similarityLanes: 48n,
    challengeWindow: 3n * DAY,
    unbonding: 7n * DAY,
    licencePeriod: 30n * DAY,
    minCohort: 1n,
    privacyPeriod: 30n * DAY,
    epsilonPerJob: parseEther("0.01"),
    epsilonPerPeriod: parseEther("10"),
    gate: ZeroAddress,
    arbiter: ZeroAddress,
    attesterSet: hash,
  };
  return {
    name: "Weather",
    symbol: "WTHR",
    metadata,
    supply: parseEther("1000000"),
    liquidityData: parseEther("100000"),
    liquidityBase: parseEther("50000"),
    makerFeeShare: 1_667n,
    lockedUntil: (await stage.time()) + YEAR,
    ...overrides,
    pool: { ...terms, ...overrides.pool },
  };
}

interface Contributing {
  readonly deployed: Deployed;
  readonly unique: () => string;
  readonly provider: User;
}

async function contributeTo({ deployed, unique, provider }: Contributing, to: string, shape: Shape) {
  const { quality = 8_000n, ...overrides } = shape;
  const contribution: Contribution = {
    provider: provider.address,
    kind: 0n,
    contentRoot: unique(),
    contentTag: unique(),
    sketch: unique(),
    metadata: unique(),
    units: 100n,
    parent: ZeroHash,
    ...overrides,
  };
  const assessment: Assessment = { quality, novelty: 0n, deadline: (await deployed.time()) + DAY };
  const found = { pool: to, contribution, assessment };
  const { clients, set } = deployed.attesters;
  const signatures = await Promise.all(clients.slice(0, 2).map((one) => attester.attest(one, found)));
  const done = await pool.contribute(provider.client, { ...found, set, signatures });
  return { ...done, contribution };
}
