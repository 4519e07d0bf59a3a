import { useState } from "preact/hooks";
import { market } from "#sdk/actions/market/market.ts";
import { quoteZap } from "#sdk/actions/market/quoteZap.ts";
import { zap } from "#sdk/actions/market/zap.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { run } from "../../intents/run.ts";
import { AmountField } from "../../ui/AmountField.tsx";
import { amountOf } from "../../ui/amountOf.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Money } from "../../ui/Money.tsx";
import { money, percent } from "../../ui/money.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { HIGH_IMPACT } from "../trade/HIGH_IMPACT.ts";
import type { LiquidityProps } from "./Liquidity.tsx";
import { ShareAfter } from "./ShareAfter.tsx";
import { useHeld } from "./useHeld.ts";

/** One token: a part of it is traded for the other first, in the same transaction. */
export function Zap({ dataset }: LiquidityProps) {
  const [payIn, choose] = useState<"base" | "data">("base");
  const [text, setText] = useState("");
  const [isSure, setSure] = useState(false);
  const held = useHeld(dataset);
  const amountIn = amountOf(text);
  const [symbol, other] = payIn === "base" ? ["ALITA", dataset.symbol] : [dataset.symbol, "ALITA"];
  const { data: quote, error } = useLive(
    amountIn === undefined ? undefined : `zap ${dataset.pair} ${payIn} ${amountIn}`,
    () => quoteZap(reader(), { dataset, payIn, amountIn: amountIn ?? 0n }),
  );
  const { data: state } = useLive(`market ${dataset.pair}`, () => market(reader(), dataset));
  const isHigh = quote !== undefined && quote.priceImpactBps >= HIGH_IMPACT;
  const balance = held && (payIn === "base" ? held.base : held.data);

  function type(typed: string): void {
    setText(typed);
    setSure(false);
  }

  function turn(): void {
    choose(payIn === "base" ? "data" : "base");
    setSure(false);
  }

  function missing(): string | undefined {
    if (amountIn === undefined) return "Enter an amount";
    if (error !== undefined) return error.message;
    if (quote === undefined) return "Asking for the price …";
    return balance !== undefined && balance < amountIn ? `Not enough ${symbol}` : undefined;
  }

  function label(): string {
    if (isSure) return "Add all the same";
    return isHigh ? "Price impact too high" : "Add liquidity";
  }

  async function act(): Promise<void> {
    if (quote === undefined || amountIn === undefined) return;
    if (isHigh && !isSure) return setSure(true);
    const done = await run({
      title: `Add ${money(amountIn)} ${symbol} to the market`,
      act: (client) => zap(client, { dataset, payIn, amountIn, quote }),
      tell: ({ liquidity }) => `Received ${money(liquidity)} liquidity tokens`,
    });
    if (done !== undefined) type("");
  }

  return (
    <>
      <AmountField label={`Bring ${symbol}`} symbol={symbol} text={text} onText={type} balance={balance} />
      <button type="button" class="flip" onClick={turn}>
        Bring {other} instead
      </button>
      {quote && (
        <Facts
          of={[
            ["Traded first", <Money wei={quote.swapped} of={symbol} />],
            ["for at least", <Money wei={quote.minOut} of={other} at="least" />],
            ["Price impact", percent(quote.priceImpactBps)],
            ["Liquidity tokens", <Money wei={quote.liquidity} />],
            ["at least", <Money wei={quote.minLiquidity} at="least" />],
            [
              "Your share after",
              <ShareAfter held={held?.liquidity} more={quote.liquidity} supply={state?.liquidity} />,
            ],
          ]}
        />
      )}
      <NextStep label={label()} missing={missing()} act={act} />
      <p role="status" class="hint">
        {isHigh && quote && `Trading the first part moves the price by ${percent(quote.priceImpactBps)} against you.`}
      </p>
    </>
  );
}
