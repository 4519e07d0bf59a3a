import { market } from "#sdk/actions/market/market.ts";
import { quoteBuy } from "#sdk/actions/market/quoteBuy.ts";
import { quoteSell } from "#sdk/actions/market/quoteSell.ts";
import { formatBps } from "#sdk/format/formatBps.ts";
import { percent } from "../input/percent.ts";
import { price } from "../output/price.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { datasetOf } from "../tasks/datasetOf.ts";
import { openSession } from "../tasks/openSession.ts";
import { exactOf } from "./exactOf.ts";
import type { TradeArgs } from "./trade.ts";
import { quoteFacts } from "./quoteFacts.ts";

interface QuoteArgs extends TradeArgs {
  readonly sell: boolean;
}

const quote: Action<QuoteArgs> = async (args, context) => {
  const session = await openSession(context);
  const { client, alita } = session;
  const dataset = await datasetOf(session, args.dataset);
  const [tokenIn, tokenOut] = args.sell ? [dataset.money, alita] : [alita, dataset.money];
  const isAsked = args.spend !== undefined || args.receive !== undefined;
  const params = () => ({
    dataset,
    ...exactOf(args, tokenIn, tokenOut),
    slippageBps: percent(args.slippage, "slippage"),
  });
  const [state, quoted] = await Promise.all([
    market(client, dataset),
    isAsked ? (args.sell ? quoteSell : quoteBuy)(client, params()) : undefined,
  ]);
  return {
    title: `${dataset.symbol} against ${alita.symbol}`,
    facts: [
      ["price", price(state.spotX128, alita)],
      ["average", state.averageX128 === undefined ? "in half an hour" : price(state.averageX128, alita)],
      ["reserves", `${units(state.reserveData, dataset.money)}, ${units(state.reserveBase, alita)}`],
      ["maker's part of fees", formatBps(state.makerFeeShare)],
      ...(quoted === undefined ? [] : quoteFacts(quoted, tokenIn, tokenOut)),
    ],
    data: { dataset: dataset.token, market: state, ...(quoted === undefined ? {} : { quote: quoted }) },
  };
};

export default quote;
