import { release } from "#sdk/actions/dataset/release.ts";
import { read } from "#sdk/chain/read.ts";
import { liquidityMoney } from "../market/liquidityMoney.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { datasetOf } from "../tasks/datasetOf.ts";
import { openSession } from "../tasks/openSession.ts";
import { send } from "../tasks/send.ts";

interface ReleaseArgs {
  readonly dataset: string;
}

const releaseLock: Action<ReleaseArgs> = async (args, context) => {
  const session = await openSession(context);
  const { client } = session;
  const dataset = await datasetOf(session, args.dataset);
  const launch = await read(client, client.factory, "launchTerms", [dataset.token]);
  const { maker, lockedData: data, lockedLiquidity: liquidity } = launch;
  const both = (released: { readonly data: bigint; readonly liquidity: bigint }) =>
    `${units(released.data, dataset.money)} and ${units(released.liquidity, liquidityMoney(dataset))}`;
  return send({
    intent: `release ${both({ data, liquidity })} to ${maker}`,
    quote: { maker, data, liquidity, lockedUntil: launch.lockedUntil },
    act: () => release(client, dataset),
    tell: (released) => ({ title: `Released ${both(released)} to ${released.maker}` }),
  });
};

export default releaseLock;
