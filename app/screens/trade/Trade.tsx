import { useEffect, useState } from "preact/hooks";
import { balances } from "#sdk/actions/dataset/balances.ts";
import { buy } from "#sdk/actions/market/buy.ts";
import { sell } from "#sdk/actions/market/sell.ts";
import type { Exact, Quote } from "#sdk/actions/market/TradeParams.ts";
import { now } from "#sdk/chain/now.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { run } from "../../intents/run.ts";
import { go, href, route } from "../../route.ts";
import { settings } from "../../settings.ts";
import { AmountField } from "../../ui/AmountField.tsx";
import { amountOf } from "../../ui/amountOf.ts";
import { exactMoney, money, percent } from "../../ui/money.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { address } from "../../wallet/account.ts";
import { useQuote } from "./useQuote.ts";
import { TradeDetails } from "./TradeDetails.tsx";
import { TradeSettings } from "./TradeSettings.tsx";

export interface TradeProps {
  readonly dataset: Dataset & { readonly symbol: string };
  readonly makerFeeShare: bigint; // bps
}

const HIGH_IMPACT = 500n; // bps: asks twice

/** Buys and sells one dataset's token; either amount can be typed, and what was typed stands in the address. */
export function Trade({ dataset, makerFeeShare }: TradeProps) {
  const { query, path } = route.value;
  const isBuy = query.get("side") !== "sell";
  const typed = { pay: query.get("pay") ?? "", get: query.get("get") ?? "" };
  const [isSure, setSure] = useState(false);
  const [agreed, agree] = useState<Quote>();
  const exact = exactOf(typed);
  const { data: quote, error } = useQuote({ dataset, isBuy, exact });
  const [paying, getting] = isBuy ? ["ALITA", dataset.symbol] : [dataset.symbol, "ALITA"];
  const who = address.value;
  const { data: held } = useLive(who && `balances ${dataset.token} ${who}`, () =>
    balances(reader(), { dataset, who: who ?? "" }),
  );
  const balance = held && (isBuy ? held.base : held.data);

  const question = `${isBuy} ${typed.pay} ${typed.get}`;
  useEffect(() => {
    setSure(false);
    agree(undefined);
  }, [question]);
  useEffect(() => {
    if (agreed === undefined && quote !== undefined) agree(quote);
  }, [agreed, quote]);
  const hasMoved = agreed !== undefined && quote !== undefined && isWorse(quote, agreed);

  const change = (side: string, fields: Readonly<Record<string, string>>) =>
    go(href(path, { ...(side === "sell" && { side }), ...fields }), true);
  const side = isBuy ? "buy" : "sell";

  async function act(): Promise<void> {
    if (quote === undefined || exact === undefined) return;
    if (hasMoved) return agree(quote);
    if (quote.priceImpactBps >= HIGH_IMPACT && !isSure) return setSure(true);
    const deadline = (await now(reader())) + BigInt(settings.value.deadlineMinutes) * 60n;
    const done = await run({
      title: isBuy ? `Buy ${money(quote.amountOut)} ${getting}` : `Sell ${money(quote.amountIn)} ${paying}`,
      act: (client) => (isBuy ? buy : sell)(client, { dataset, ...exact, quote, deadline }),
      tell: ({ amountIn, amountOut }) => `Paid ${money(amountIn)} ${paying}, received ${money(amountOut)} ${getting}`,
    });
    if (done !== undefined) change(side, {});
  }

  function missing(): string | undefined {
    if (exact === undefined) return "Enter an amount";
    if (error !== undefined) return error.message;
    if (quote === undefined) return "Asking for the price …";
    return balance !== undefined && balance < quote.maxIn ? `Not enough ${paying}` : undefined;
  }

  return (
    <section class="card form" aria-labelledby="trade-title">
      <h2 id="trade-title">
        {isBuy ? "Buy" : "Sell"} {dataset.symbol}
      </h2>
      <AmountField
        label="You pay"
        symbol={paying}
        text={typed.get !== "" && quote ? exactMoney(quote.amountIn) : typed.pay}
        onText={(pay) => change(side, { pay })}
        balance={balance}
      />
      <button type="button" class="flip" onClick={() => change(isBuy ? "sell" : "buy", {})}>
        ⇅ {isBuy ? `Sell ${dataset.symbol} instead` : `Buy ${dataset.symbol} instead`}
      </button>
      <AmountField
        label="You receive"
        symbol={getting}
        text={typed.pay !== "" && quote ? exactMoney(quote.amountOut) : typed.get}
        onText={(get) => change(side, { get })}
      />
      {quote && <TradeDetails quote={quote} paying={paying} getting={getting} makerFeeShare={makerFeeShare} />}
      <TradeSettings />
      <NextStep label={label()} missing={missing()} act={act} />
      <p role="status" class="hint">
        {hasMoved && quote && `The price moved: you would now receive ${money(quote.amountOut)} ${getting}.`}
        {isSure && quote && `This trade moves the price by ${percent(quote.priceImpactBps)} against you.`}
      </p>
    </section>
  );

  function label(): string {
    if (hasMoved) return "Accept the new price";
    if (isSure) return `${isBuy ? "Buy" : "Sell"} all the same`;
    return isBuy ? `Buy ${dataset.symbol}` : `Sell ${dataset.symbol}`;
  }
}

/** What was typed; the other amount follows from it. */
function exactOf({ pay, get }: { readonly pay: string; readonly get: string }): Exact | undefined {
  const amountOut = amountOf(get);
  if (amountOut !== undefined) return { amountOut };
  const amountIn = amountOf(pay);
  return amountIn === undefined ? undefined : { amountIn };
}

/** Beyond the bounds that were shown: it would be refused as it was agreed. */
const isWorse = (later: Quote, shown: Quote): boolean => later.amountOut < shown.minOut || later.amountIn > shown.maxIn;
