import { id, parseEther } from "ethers";
import { pool } from "#sdk";
import type { ParameterProposal } from "#sdk/types/Proposal.ts";
import { chainTime } from "../../chain/clock.ts";
import { alita } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";
import { DAY } from "../time.ts";

/** Where there is stake, the maker cannot change the terms alone. */
export async function changeParameter(stage: Stage, weather: Launched): Promise<void> {
  const { chain, cast, narrator } = stage;
  const { mia, rosa, tom } = cast;
  narrator.chapter("The price of compute is changed by vote");
  const change = { unitPrice: parseEther("0.02") };
  const proposal: ParameterProposal = {
    ...pool.encodeParameter(change),
    voteBudget: parseEther("10"),
    expiry: (await chainTime(chain)) + 2n * DAY,
    salt: id("dearer compute"),
  };
  narrator.tell(
    "Mia wants 0.02 instead of 0.01 ALITA for a unit of compute, which the providers will earn.",
    "B7",
    "B17",
  );
  await narrator.refuses(
    "Mia changing it alone",
    "StakingMode",
    pool.setParameter(mia, { pool: weather.pool, change }),
  );
  const { result } = await pool.proposeParameter(mia, { pool: weather.pool, proposal });
  await narrator.refuses(
    "carrying it out before the vote",
    "ProposalNotPassed",
    pool.execute(tom, { pool: weather.pool, proposal }),
  );
  await pool.vote(rosa, { pool: weather.pool, id: result.id, support: true });
  await pool.execute(tom, { pool: weather.pool, proposal });
  const { unitPrice } = await pool.status(mia, weather);
  narrator.equal("Rosa agrees, anyone carries it out; a unit costs", unitPrice, parseEther("0.02"), alita);
  const { result: reward } = await pool.claimVoteRewards(rosa, { pool: weather.pool, ids: [result.id] });
  narrator.equal("the only voter takes the whole budget", reward.amount, proposal.voteBudget, alita);
}
