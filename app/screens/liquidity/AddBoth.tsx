import { useState } from "preact/hooks";
import { add } from "#sdk/actions/market/add.ts";
import { market } from "#sdk/actions/market/market.ts";
import { quoteAdd } from "#sdk/actions/market/quoteAdd.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { run } from "../../intents/run.ts";
import { AmountField } from "../../ui/AmountField.tsx";
import { amountOf } from "../../ui/amountOf.ts";
import { Both } from "../../ui/Both.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { Money } from "../../ui/Money.tsx";
import { fieldMoney, money } from "../../ui/money.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import type { LiquidityProps } from "./Liquidity.tsx";
import { ShareAfter } from "./ShareAfter.tsx";
import { useHeld } from "./useHeld.ts";

interface Typed {
  readonly side: "data" | "base";
  readonly text: string;
}

/** Both tokens at the market's ratio: one amount is typed, the other follows. */
export function AddBoth({ dataset }: LiquidityProps) {
  const [typed, type] = useState<Typed>({ side: "base", text: "" });
  const held = useHeld(dataset);
  const { data: state } = useLive(`market ${dataset.pair}`, () => market(reader(), dataset));
  const amount = amountOf(typed.text);
  const both = amount !== undefined && state && bothOf(typed.side, amount, state);
  const { data: quote, error } = useLive(both ? `add ${dataset.pair} ${both.data} ${both.base}` : undefined, () =>
    quoteAdd(reader(), { dataset, ...(both as { readonly data: bigint; readonly base: bigint }) }),
  );
  const textOf = (side: "data" | "base") =>
    side === typed.side ? typed.text : both ? fieldMoney("most", both[side]) : "";

  function missing(): string | undefined {
    if (amount === undefined) return "Enter an amount";
    if (error !== undefined) return error.message;
    if (!both || quote === undefined) return "Reading the market …";
    if (held !== undefined && held.data < both.data) return `Not enough ${dataset.symbol}`;
    return held !== undefined && held.base < both.base ? "Not enough ALITA" : undefined;
  }

  async function act(): Promise<void> {
    if (quote === undefined) return;
    const { data, base } = quote; // not what was typed: permits shall be for what is taken
    const done = await run({
      title: `Add ${money(data)} ${dataset.symbol} and ${money(base)} ALITA`,
      act: (client) => add(client, { dataset, data, base, quote }),
      tell: ({ liquidity }) => `Received ${money(liquidity)} liquidity tokens`,
    });
    if (done !== undefined) type({ ...typed, text: "" });
  }

  return (
    <>
      <AmountField
        label="You add"
        symbol="ALITA"
        text={textOf("base")}
        onText={(text) => type({ side: "base", text })}
        balance={held?.base}
      />
      <AmountField
        label="You add"
        symbol={dataset.symbol}
        text={textOf("data")}
        onText={(text) => type({ side: "data", text })}
        balance={held?.data}
      />
      {quote && (
        <Facts
          of={[
            ["Liquidity tokens", <Money wei={quote.liquidity} />],
            ["At least taken", <Both base={quote.baseMin} data={quote.dataMin} symbol={dataset.symbol} at="least" />],
            [
              "Your share after",
              <ShareAfter held={held?.liquidity} more={quote.liquidity} supply={state?.liquidity} />,
            ],
          ]}
        />
      )}
      {quote && (
        <p class="hint">
          You allow the market exactly these amounts. If the price moves before your block, it takes less of one of
          them: the rest stays in your wallet, with an allowance for as much that only you can use.
        </p>
      )}
      <NextStep label="Add liquidity" missing={missing()} act={act} />
    </>
  );
}

interface Reserves {
  readonly reserveData: bigint;
  readonly reserveBase: bigint;
}

/** The other amount at the reserves' ratio, rounded up: what is too much stays in the wallet. */
function bothOf(side: "data" | "base", amount: bigint, { reserveData, reserveBase }: Reserves) {
  if (reserveData === 0n || reserveBase === 0n) return undefined;
  const [own, other] = side === "data" ? [reserveData, reserveBase] : [reserveBase, reserveData];
  const matching = (amount * other + own - 1n) / own;
  return side === "data" ? { data: amount, base: matching } : { data: matching, base: amount };
}
