import type { Provider } from "ethers";
import { boardEntry, type BoardEntry } from "#sdk/actions/compute/boardEntry.ts";
import { jobs } from "#sdk/actions/compute/jobs.ts";
import { type JobStatus, status } from "#sdk/actions/compute/status.ts";
import { poolAt } from "#sdk/chain/contracts.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { fullProviderOf } from "#sdk/chain/fullProviderOf.ts";
import { read } from "#sdk/chain/read.ts";
import { DatawellError } from "#sdk/errors/DatawellError.ts";
import { isSignedBy, type Signed } from "#sdk/auth/isSignedBy.ts";
import { withTimeout } from "../../shared/chain/withTimeout.ts";

export interface Head {
  readonly number: number;
  readonly timestamp: bigint; // unix seconds
}

/** Fixes that a device believes are those with so many blocks on top of their own. */
export interface PostQuery {
  readonly author: string;
  readonly jobId: string;
  readonly stage: bigint; // BOARD_STAGE
}

/** What devices ask the chain, each question once for each new block however many devices ask it. */
export interface ChainView {
  readonly client: Datawell;
  readonly head: () => Promise<Head>;
  readonly jobStatus: (jobId: string) => Promise<JobStatus>;
  readonly contribution: (pool: string, tag: string) => Promise<ContributionRecord>;
  readonly policy: (pool: string) => Promise<ComputeTerms>;
  /** What an author posted, once it has the confirmations. */
  readonly post: (query: PostQuery) => Promise<BoardEntry | undefined>;
  /** Jobs opened on a pool, from a block on. */
  readonly openings: (pool: string, fromBlock: number) => Promise<readonly { jobId: string; block: number }[]>;
  /** Seconds for which what is final may be claimed. */
  readonly claimPeriod: () => Promise<bigint>;
  readonly isClaimed: (jobId: string, index: number) => Promise<boolean>;
  readonly isSignedBy: (signed: Signed) => Promise<boolean>;
  readonly balance: (account: string) => Promise<bigint>; // wei
}

export type ContributionRecord = Awaited<ReturnType<typeof contributionOf>>;
export type ComputeTerms = Awaited<ReturnType<typeof computeTerms>>;

export interface ChainViewOptions {
  readonly client: Datawell;
  /** Blocks on top of a post before a device acts on it; 0, the default, is for a chain that never reorganizes. */
  readonly confirmations?: number;
  /** Milliseconds after which a question counts as unanswered; 30,000 unless told otherwise. */
  readonly timeoutMs?: number;
  /** Milliseconds for which the latest block is taken for the latest; 1,000 unless told otherwise. */
  readonly headMs?: number;
  readonly clock?: () => number; // milliseconds
}

/** A view of one deployment for any number of devices. Nothing that failed is remembered, nor waited for for ever. */
export function createChainView(options: ChainViewOptions): ChainView {
  const { client, confirmations = 0, headMs = 1_000, timeoutMs = 30_000, clock = Date.now } = options;
  const provider = fullProviderOf(client);
  let memory = new Map<string, Promise<unknown>>();
  let head: { readonly at: number; readonly block: Promise<Head> } | undefined;
  let seen = -1;

  const latest = async (): Promise<Head> => {
    if (head === undefined || Math.abs(clock() - head.at) >= headMs) {
      head = { at: clock(), block: withTimeout(headOf(provider), timeoutMs, "for its newest block") };
      head.block.catch(() => (head = undefined));
    }
    const block = await head.block;
    if (block.number !== seen) {
      seen = block.number;
      memory = new Map();
    }
    return block;
  };
  const once = async <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    await latest();
    const known = memory.get(key) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const asked = withTimeout(ask(), timeoutMs, key);
    const here = memory;
    here.set(key, asked);
    asked.catch(() => here.delete(key));
    return asked;
  };
  return {
    client,
    head: latest,
    jobStatus: (jobId) => once(`job ${jobId}`, () => status(client, { jobId })),
    contribution: (pool, tag) => once(`contribution ${pool} ${tag}`, () => contributionOf(client, pool, tag)),
    policy: (pool) => once(`policy ${pool}`, () => computeTerms(client, pool)),
    post: async ({ author, jobId, stage }) => {
      const entry = await once(`post ${author} ${jobId} ${stage}`, () => postOf(client, { author, jobId, stage }));
      const { number } = await latest();
      return entry !== undefined && entry.blockNumber + confirmations <= number ? entry : undefined;
    },
    openings: (pool, fromBlock) => once(`openings ${pool} ${fromBlock}`, () => jobs(client, { pool, fromBlock })),
    claimPeriod: () => once("claim period", () => read(client, client.billing, "CLAIM_PERIOD", [])),
    isClaimed: (jobId, index) =>
      once(`claimed ${jobId} ${index}`, () => read(client, client.billing, "isClaimed", [jobId, index])),
    isSignedBy: (signed) =>
      once(`signed ${signed.account} ${signed.digest} ${signed.signature}`, () => isSignedBy(provider, signed)),
    balance: (account) => once(`balance ${account}`, () => provider.getBalance(account)),
  };
}

async function headOf(provider: Provider): Promise<Head> {
  const block = await provider.getBlock("latest");
  if (block === null) throw new DatawellError("Unreachable");
  return { number: block.number, timestamp: BigInt(block.timestamp) };
}

/** Asks for the log only when the board has an entry at all. */
async function postOf(client: Datawell, { author, jobId, stage }: PostQuery): Promise<BoardEntry | undefined> {
  const root = await read(client, client.board, "rootOf", [author, jobId, stage]);
  if (BigInt(root) === 0n) return undefined;
  return boardEntry(client, { author, topic: jobId, stage });
}

const contributionOf = (client: Datawell, pool: string, tag: string) =>
  read(client, poolAt(pool), "contributionOf", [tag]);

const computeTerms = (client: Datawell, pool: string) => read(client, poolAt(pool), "computeTerms", []);
