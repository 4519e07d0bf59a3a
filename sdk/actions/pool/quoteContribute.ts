import { toBigInt } from "ethers";
import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { read } from "../../chain/read.ts";
import { firstReward } from "../../math/pool/firstReward.ts";
import { updateReward } from "../../math/pool/updateReward.ts";
import type { Assessment, Contribution } from "../../types/Contribution.ts";
import { terms } from "./terms.ts";

export interface QuoteContributeParams {
  readonly pool: string;
  readonly contribution: Pick<Contribution, "provider" | "parent">;
  readonly assessment: Pick<Assessment, "quality" | "novelty">;
}

/** The reward (reward-token wei) that a contribution would be credited now; 0 below the pool's minimum quality. */
export async function quoteContribute(
  client: Datawell,
  { pool, contribution, assessment }: QuoteContributeParams,
): Promise<bigint> {
  const at = poolAt(pool);
  const [{ maxIncentive, updateMax }, escrow, minQuality, { rewarded }] = await Promise.all([
    terms(client, { pool }),
    read(client, at, "escrow", []),
    read(client, at, "minQuality", []),
    read(client, at, "accountOf", [contribution.provider]),
  ]);
  const { quality, novelty } = assessment;
  if (quality < minQuality) return 0n;
  const isFirst = toBigInt(contribution.parent) === 0n;
  return isFirst
    ? firstReward({ maxIncentive, quality, rewarded, escrow })
    : updateReward({ updateMax, quality, novelty, escrow });
}
