import { ask, type IndexerOptions, type Parameters } from "./ask.ts";
import type * as t from "./types.ts";

/** An answer, and the block that it is of: compare `at.lagSeconds` with what you call fresh. */
export type Answered<T> = { readonly at: t.At } & T;

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null; // the cursor of the page after this one
}

export interface PageQuery {
  readonly limit?: number; // 1 to 100, 20 unless told otherwise
  readonly cursor?: string;
}

export interface CatalogueQuery extends PageQuery {
  readonly search?: string;
  readonly sort?: "created" | "name" | "price" | "liquidity" | "quality" | "providers" | "activity" | "volume";
  readonly order?: "asc" | "desc";
  readonly maker?: string;
  readonly listed?: boolean;
}

export interface CandleQuery {
  readonly resolution?: "5m" | "1h" | "1d" | "1w";
  readonly from?: number; // unix seconds
  readonly to?: number;
  readonly limit?: number;
}

export interface JobQuery extends PageQuery {
  readonly consumer?: string;
  readonly pool?: string;
  readonly coordinator?: string;
  readonly provider?: string;
  readonly stage?: t.IndexedJob["stage"];
}

export interface IndexerStatus {
  readonly chainId: string;
  readonly factory: string;
  readonly datasets: number;
  readonly events: number;
}

export interface ShownJob {
  readonly job: t.IndexedJob;
  readonly posts: readonly t.BoardPost[];
  readonly claims: readonly t.JobClaim[];
}

/**
 * Asks an indexer, in a browser or in Node. Each method is one request, and fails with an IndexerError; whatever an
 * indexer tells, the contracts decide: check with the chain before money depends on it.
 */
export function createIndexerClient(options: IndexerOptions) {
  const one = <T>(...segments: readonly string[]) => ask<Answered<T>>(options, segments);
  const some = <T>(segments: readonly string[], query: Parameters | PageQuery = {}) =>
    ask<Answered<Page<T>>>(options, segments, query as Parameters);
  const of = (token: string, what: string) => ["datasets", token, what];
  const by = (account: string, what: string) => ["accounts", account, what];

  return {
    status: () => one<IndexerStatus>("status"),
    datasets: (query?: CatalogueQuery) => some<t.DatasetCard>(["datasets"], query),
    dataset: (token: string) => one<{ readonly dataset: t.DatasetDetail }>("datasets", token),
    candles: (token: string, query: CandleQuery = {}) =>
      ask<Answered<{ readonly items: readonly t.Candle[] }>>(options, of(token, "candles"), { ...query }),
    prices: (token: string, page?: PageQuery) => some<t.PricePoint>(of(token, "prices"), page),
    trades: (token: string, page?: PageQuery) => some<t.Trade>(of(token, "trades"), page),
    liquidity: (token: string, page?: PageQuery) => some<t.LiquidityChange>(of(token, "liquidity"), page),
    positions: (token: string, page?: PageQuery) => some<t.LiquidityPosition>(of(token, "positions"), page),
    contributions: (token: string, query?: PageQuery & { readonly provider?: string }) =>
      some<t.IndexedContribution>(of(token, "contributions"), query),
    providers: (token: string, page?: PageQuery) => some<t.ProviderAccount>(of(token, "providers"), page),
    stakes: (token: string, page?: PageQuery) => some<t.Staker>(of(token, "stakes"), page),
    stakeHistory: (token: string, page?: PageQuery) => some<t.StakeChange>([...of(token, "stakes"), "history"], page),
    slashes: (token: string, page?: PageQuery) => some<t.Slash>(of(token, "slashes"), page),
    proposals: (token: string, page?: PageQuery) => some<t.IndexedProposal>(of(token, "proposals"), page),
    proposal: (token: string, id: string) =>
      one<{ readonly proposal: t.IndexedProposal; readonly votes: readonly t.IndexedVote[] }>(
        ...of(token, "proposals"),
        id,
      ),
    licenceSales: (token: string, page?: PageQuery) => some<t.LicenceSale>(of(token, "licences"), page),
    activity: (token: string, page?: PageQuery) => some<t.ActivityEvent>(of(token, "activity"), page),
    jobs: (query?: JobQuery) => some<t.IndexedJob>(["jobs"], query),
    job: (jobId: string) => one<ShownJob>("jobs", jobId),
    jobClaims: (jobId: string, page?: PageQuery) => some<t.JobClaim>(["jobs", jobId, "claims"], page),
    tokensOf: (account: string, page?: PageQuery) => some<t.Holding>(by(account, "tokens"), page),
    positionsOf: (account: string, page?: PageQuery) => some<t.LiquidityPosition>(by(account, "positions"), page),
    liquidityOf: (account: string, page?: PageQuery) => some<t.LiquidityChange>(by(account, "liquidity"), page),
    licencesOf: (account: string, page?: PageQuery) => some<t.Licence>(by(account, "licences"), page),
    poolsOf: (account: string, page?: PageQuery) => some<t.ProviderAccount>(by(account, "pools"), page),
    contributionsOf: (account: string, page?: PageQuery) =>
      some<t.IndexedContribution>(by(account, "contributions"), page),
    claimsOf: (account: string, page?: PageQuery) => some<t.JobClaim>(by(account, "claims"), page),
    activityOf: (account: string, page?: PageQuery) => some<t.ActivityEvent>(by(account, "activity"), page),
    attesters: (page?: PageQuery) => some<t.IndexedAttester>(["attesters"], page),
  };
}

export type IndexerClient = ReturnType<typeof createIndexerClient>;
