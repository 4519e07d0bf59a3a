import { MaxUint256 } from "ethers";
import { quote } from "#sdk/actions/compute/quote.ts";
import { amount } from "../input/amount.ts";
import { count } from "../input/count.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";

interface QuoteArgs {
  readonly dataset: string;
  readonly units: string;
  readonly fee: string;
}

const quoteJob: Action<QuoteArgs> = async (args, context) => {
  const { client, pool, alita, dataset } = await openPool(context, args.dataset);
  const params = { pool, maxUnits: count(args.units, "units"), coordinatorFee: amount(args.fee, "fee", alita) };
  const cost = await quote(client, params);
  const alone =
    cost.baseAlone === MaxUint256 ? "not possible: the market has too little" : units(cost.baseAlone, alita);
  return {
    title: `${params.maxUnits} compute units on ${dataset.symbol}`,
    facts: [
      ["work", units(cost.work, alita)],
      ["coordinator", units(cost.fee, alita)],
      ["data", `${units(cost.data, dataset.money)}, of which ${units(cost.burn, dataset.money)} are burned`],
      ["or all in ALITA", alone],
      ["providers", cost.cohort.toString()],
      ["takes jobs", cost.open ? "yes" : "no"],
    ],
    data: { dataset: dataset.token, ...params, ...cost },
  };
};

export default quoteJob;
