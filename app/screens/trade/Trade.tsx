import { useState } from "preact/hooks";
import { balances } from "#sdk/actions/dataset/balances.ts";
import { buy } from "#sdk/actions/market/buy.ts";
import { quoteTrade } from "#sdk/actions/market/quoteTrade.ts";
import { sell } from "#sdk/actions/market/sell.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { run } from "../../intents/run.ts";
import { AmountField } from "../../ui/AmountField.tsx";
import { amountOf } from "../../ui/amountOf.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Money } from "../../ui/Money.tsx";
import { money, percent } from "../../ui/money.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { address } from "../../wallet/account.ts";

export interface TradeProps {
  readonly dataset: Dataset & { readonly symbol: string };
}

/** Buys and sells one dataset's token. */
export function Trade({ dataset }: TradeProps) {
  const [isBuy, setBuy] = useState(true);
  const [text, setText] = useState("");
  const amountIn = amountOf(text);
  const [give, take] = isBuy ? ["ALITA", dataset.symbol] : [dataset.symbol, "ALITA"];
  const who = address.value;

  const { data: held } = useLive(who && `balances ${dataset.token} ${who}`, () =>
    balances(reader(), { dataset, who: who ?? "" }),
  );
  const { data: quote, error } = useLive(
    amountIn === undefined ? undefined : `quote ${dataset.pair} ${isBuy} ${amountIn}`,
    () => quoteTrade(reader(), isBuy, { dataset, amountIn: amountIn ?? 0n }),
  );
  const balance = held && (isBuy ? held.base : held.data);

  async function act(): Promise<void> {
    if (quote === undefined || amountIn === undefined) return;
    const done = await run({
      title: `${isBuy ? "Buy" : "Sell"} ${dataset.symbol} for ${money(amountIn)} ${give}`,
      act: (client) => (isBuy ? buy : sell)(client, { dataset, amountIn, quote }),
      tell: ({ amountOut }) => `Received ${money(amountOut)} ${take}`,
    });
    if (done !== undefined) setText("");
  }

  return (
    <section class="card form" aria-label="Trade">
      <h2>
        {isBuy ? "Buy" : "Sell"} {dataset.symbol}
      </h2>
      <AmountField label="You pay" symbol={give} text={text} onText={setText} balance={balance} />
      <button type="button" onClick={() => setBuy(!isBuy)}>
        Flip: pay {take}
      </button>
      <Facts
        of={[
          ["You receive about", <Money wei={quote?.amountOut ?? 0n} of={take} />],
          quote && ["At least", <Money wei={quote.minOut} of={take} />],
          quote && ["Price impact", percent(quote.priceImpactBps)],
          quote && ["Fee", <Money wei={quote.fee} of={give} />],
        ]}
      />
      <NextStep label={`${isBuy ? "Buy" : "Sell"} ${dataset.symbol}`} missing={missing()} act={act} />
    </section>
  );

  function missing(): string | undefined {
    if (amountIn === undefined) return "Enter an amount";
    if (balance !== undefined && balance < amountIn) return `Not enough ${give}`;
    if (error !== undefined) return error.message;
    return quote === undefined ? "Asking for the price …" : undefined;
  }
}
