import type { z } from "zod";
import type * as schemas from "./schemas/index.ts";

type Of<N extends keyof typeof schemas> = (typeof schemas)[N] extends infer S extends z.ZodType ? z.infer<S> : never;

export type At = Of<"atSchema">;
export type DatasetCard = Of<"datasetCardSchema">;
export type DatasetDetail = Of<"datasetSchema">;
export type Candle = Of<"candleSchema">;
export type PricePoint = Of<"pricePointSchema">;
export type Trade = Of<"tradeSchema">;
export type LiquidityChange = Of<"liquidityChangeSchema">;
export type LiquidityPosition = Of<"positionSchema">;
export type IndexedContribution = Of<"contributionSchema">;
export type ProviderAccount = Of<"providerSchema">;
export type Staker = Of<"stakeSchema">;
export type StakeChange = Of<"stakeChangeSchema">;
export type IndexedVote = Of<"voteSchema">;
export type IndexedProposal = Of<"proposalSchema">;
export type Slash = Of<"slashSchema">;
export type Licence = Of<"licenceSchema">;
export type LicenceSale = Of<"licenceSaleSchema">;
export type IndexedJob = Of<"jobSchema">;
export type JobClaim = Of<"jobClaimSchema">;
export type BoardPost = Of<"postSchema">;
export type Holding = Of<"holdingSchema">;
export type IndexedAttester = Of<"attesterSchema">;
export type ActivityEvent = Of<"eventSchema">;
