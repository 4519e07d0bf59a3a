import { pool } from "#sdk";
import { firstReward } from "#sdk/math/pool/firstReward.ts";
import { attest, submit, type Offer } from "./attest.ts";
import type { Person } from "./cast.ts";
import { amount, percent } from "./show.ts";
import type { Slice } from "./slices.ts";
import type { Launched, Stage } from "./Stage.ts";

/** A slice that a pool accepted. */
export interface Contributed {
  readonly provider: Person;
  readonly slice: Slice;
  readonly contentTag: string;
  readonly units: bigint;
  readonly reward: bigint; // reward-token wei
}

/** The attesters measure a first contribution, its provider submits it, and the reward is what the formula says. */
export async function provide(stage: Stage, dataset: Launched, offer: Offer): Promise<Contributed> {
  const { provider, slice } = offer;
  const attested = await attest(stage, dataset, offer);
  const { quality } = attested.assessment;
  const { units } = attested.contribution;
  const { maxIncentive } = dataset.params.pool;
  const { escrow } = await pool.status(provider, dataset);
  const { rewarded } = await pool.account(provider, { pool: dataset.pool, who: provider.address });
  const { result } = await submit(provider, dataset, attested);

  const expected = firstReward({ maxIncentive, quality, rewarded, escrow });
  const claim = `${provider.name}: ${units} records of quality ${percent(quality)}, reward ${amount(maxIncentive)} * quality`;
  stage.narrator.equal(claim, result.reward, expected, amount);
  return { provider, slice, contentTag: result.contentTag, units, reward: result.reward };
}
