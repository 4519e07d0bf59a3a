import { setPrice } from "#sdk/actions/pool/setPrice.ts";
import { amount } from "../input/amount.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";
import { send } from "../tasks/send.ts";

interface PriceArgs {
  readonly dataset: string;
  readonly price: string;
}

const priceLicence: Action<PriceArgs> = async (args, context) => {
  const { client, pool, alita, dataset } = await openPool(context, args.dataset);
  const price = amount(args.price, "price", alita);
  return send({
    intent: `price a licence of ${dataset.symbol} at ${units(price, alita)}`,
    act: () => setPrice(client, { pool, price }),
    tell: () => ({ title: `A licence of ${dataset.symbol} costs ${units(price, alita)} now` }),
  });
};

export default priceLicence;
