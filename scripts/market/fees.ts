import { collectMakerFee } from "#sdk/actions/market/collectMakerFee.ts";
import { makerFee } from "#sdk/actions/market/makerFee.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { datasetOf } from "../tasks/datasetOf.ts";
import { openSession } from "../tasks/openSession.ts";
import { send } from "../tasks/send.ts";
import { liquidityMoney } from "./liquidityMoney.ts";

interface FeesArgs {
  readonly dataset: string;
  readonly collect: boolean;
}

const fees: Action<FeesArgs> = async (args, context) => {
  const session = await openSession(context);
  const { client, alita } = session;
  const dataset = await datasetOf(session, args.dataset);
  const fee = await makerFee(client, dataset);
  const liquidity = units(fee.liquidity, liquidityMoney(dataset));
  const worth = `${units(fee.data, dataset.money)} and ${units(fee.base, alita)}`;
  if (!args.collect) {
    return {
      title: `${liquidity} accrued to the maker of ${dataset.symbol}`,
      facts: [["worth", worth]],
      data: { dataset: dataset.token, fee },
    };
  }
  return send({
    intent: `mint ${liquidity} to the maker`,
    facts: [["worth", worth]],
    quote: fee,
    act: () => collectMakerFee(client, dataset),
    tell: (minted) => ({ title: `Minted ${units(minted.liquidity, liquidityMoney(dataset))} to the maker` }),
  });
};

export default fees;
