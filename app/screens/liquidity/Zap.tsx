import { useState } from "preact/hooks";
import { quoteZap } from "#sdk/actions/market/quoteZap.ts";
import { zap } from "#sdk/actions/market/zap.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { run } from "../../intents/run.ts";
import { AmountField } from "../../ui/AmountField.tsx";
import { amountOf } from "../../ui/amountOf.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Money } from "../../ui/Money.tsx";
import { money } from "../../ui/money.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import type { LiquidityProps } from "./Liquidity.tsx";
import { useHeld } from "./useHeld.ts";

/** One token: a part of it is traded for the other first, in the same transaction. */
export function Zap({ dataset }: LiquidityProps) {
  const [payIn, choose] = useState<"base" | "data">("base");
  const [text, setText] = useState("");
  const held = useHeld(dataset);
  const amountIn = amountOf(text);
  const [symbol, other] = payIn === "base" ? ["ALITA", dataset.symbol] : [dataset.symbol, "ALITA"];
  const { data: quote, error } = useLive(
    amountIn === undefined ? undefined : `zap ${dataset.pair} ${payIn} ${amountIn}`,
    () => quoteZap(reader(), { dataset, payIn, amountIn: amountIn ?? 0n }),
  );
  const balance = held && (payIn === "base" ? held.base : held.data);

  function missing(): string | undefined {
    if (amountIn === undefined) return "Enter an amount";
    if (error !== undefined) return error.message;
    if (quote === undefined) return "Asking for the price …";
    return balance !== undefined && balance < amountIn ? `Not enough ${symbol}` : undefined;
  }

  async function act(): Promise<void> {
    if (quote === undefined || amountIn === undefined) return;
    const done = await run({
      title: `Add ${money(amountIn)} ${symbol} to the market`,
      act: (client) => zap(client, { dataset, payIn, amountIn, quote }),
      tell: ({ liquidity }) => `Received ${money(liquidity)} liquidity tokens`,
    });
    if (done !== undefined) setText("");
  }

  return (
    <>
      <AmountField label={`Bring ${symbol}`} symbol={symbol} text={text} onText={setText} balance={balance} />
      <button type="button" class="flip" onClick={() => choose(payIn === "base" ? "data" : "base")}>
        Bring {other} instead
      </button>
      {quote && (
        <Facts
          of={[
            ["Traded first", <Money wei={quote.swapped} of={symbol} />],
            ["for at least", <Money wei={quote.minOut} of={other} />],
            ["Liquidity tokens", <Money wei={quote.liquidity} />],
            ["at least", <Money wei={quote.minLiquidity} />],
          ]}
        />
      )}
      <NextStep label="Add liquidity" missing={missing()} act={act} />
    </>
  );
}
