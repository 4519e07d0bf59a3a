import { claimRevenue } from "#sdk/actions/pool/claimRevenue.ts";
import { claimVoteRewards } from "#sdk/actions/pool/claimVoteRewards.ts";
import { withdrawMakerRevenue } from "#sdk/actions/pool/withdrawMakerRevenue.ts";
import { bytes32 } from "../input/bytes32.ts";
import { list } from "../input/list.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";
import { send } from "../tasks/send.ts";

interface RevenueArgs {
  readonly dataset: string;
  readonly maker: boolean;
  readonly votes: string | undefined;
}

const takeRevenue: Action<RevenueArgs> = async (args, context) => {
  const { client, pool, alita, dataset } = await openPool(context, args.dataset);
  const { votes } = args;
  if (votes !== undefined) {
    const ids = list(votes).map((id) => bytes32(id, "votes"));
    return send({
      intent: `take the rewards of ${ids.length} votes`,
      act: () => claimVoteRewards(client, { pool, ids }),
      tell: ({ amount }) => ({ title: `Took ${units(amount, alita)} for voting` }),
    });
  }
  const took = (who: string, wei: bigint) => ({ title: `${who} got ${units(wei, alita)} of licence revenue` });
  if (args.maker) {
    return send({
      intent: `take licence revenue of ${dataset.symbol} to its maker`,
      act: () => withdrawMakerRevenue(client, { pool }),
      tell: ({ maker, amount }) => took(maker, amount),
    });
  }
  return send({
    intent: `take licence revenue of ${dataset.symbol}`,
    act: () => claimRevenue(client, { pool }),
    tell: ({ provider, amount }) => took(provider, amount),
  });
};

export default takeRevenue;
