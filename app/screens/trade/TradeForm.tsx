import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Traded } from "#sdk/actions/market/trade.ts";
import type { Exact } from "#sdk/actions/market/TradeParams.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { now } from "#sdk/chain/now.ts";
import type { Sent } from "#sdk/chain/sent.ts";
import { reader } from "../../chain/site.ts";
import type { Live } from "../../chain/useLive.ts";
import { run } from "../../intents/run.ts";
import { here } from "../../route.ts";
import { settings } from "../../settings.ts";
import { AmountField } from "../../ui/AmountField.tsx";
import { fieldMoney, money, percent } from "../../ui/money.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { HIGH_IMPACT } from "./HIGH_IMPACT.ts";
import type { Offer } from "./Offer.ts";
import { TradeSettings } from "./TradeSettings.tsx";
import type { Typed } from "./Typed.ts";

export interface TradeFormProps<Q extends Offer> {
  readonly title: string; // "Buy WTHR": also what its button says
  readonly verb: string; // "Buy"
  readonly paying: string; // symbol
  readonly getting: string; // symbol
  readonly balance: bigint | undefined; // of what is paid
  readonly typed: Typed;
  readonly onTyped: (typed: Partial<Typed>) => void;
  readonly exact: Exact | undefined; // what was typed, read
  readonly live: Live<Q>;
  readonly missing?: string | undefined; // before an amount
  readonly before?: ComponentChildren;
  readonly between: ComponentChildren; // from one amount to the other
  readonly details: (quote: Q) => ComponentChildren;
  readonly act: (client: Datawell, agreed: Agreed<Q>) => Promise<Sent<Traded>>;
}

/** What somebody said yes to. */
export interface Agreed<Q extends Offer> {
  readonly exact: Exact;
  readonly quote: Q;
  readonly deadline: bigint; // unix seconds
}

/** One token for another: either amount can be typed, and what was agreed is what is signed. */
export function TradeForm<Q extends Offer>(props: TradeFormProps<Q>) {
  const { title, verb, paying, getting, balance, typed, onTyped, exact, live, before, between, details } = props;
  const { data: quote, error } = live;
  const [isSure, setSure] = useState(false);
  const [agreed, agree] = useState<Q>();

  const question = `${title} ${typed.pay} ${typed.get}`;
  useEffect(() => {
    setSure(false);
    agree(undefined);
  }, [question]);
  useEffect(() => {
    if (agreed === undefined && quote !== undefined) agree(quote);
  }, [agreed, quote]);
  const isHigh = quote !== undefined && quote.priceImpactBps >= HIGH_IMPACT;
  const hasMoved = agreed !== undefined && quote !== undefined && isWorse(quote, agreed);

  async function act(): Promise<void> {
    if (quote === undefined || exact === undefined) return;
    if (hasMoved) {
      setSure(false); // of the new price nobody was asked yet
      return agree(quote);
    }
    if (isHigh && !isSure) return setSure(true);
    const deadline = (await now(reader())) + BigInt(settings.value.deadlineMinutes) * 60n;
    const { amountIn, amountOut } = quote;
    const isStillHere = here();
    const done = await run({
      title: verb === "Buy" ? `Buy ${money(amountOut)} ${getting}` : `${verb} ${money(amountIn)} ${paying}`,
      act: (client) => props.act(client, { exact, quote, deadline }),
      tell: (traded) => `Paid ${money(traded.amountIn)} ${paying}, received ${money(traded.amountOut)} ${getting}`,
    });
    if (done !== undefined && isStillHere()) onTyped({});
  }

  function missing(): string | undefined {
    if (props.missing !== undefined) return props.missing;
    if (exact === undefined) return "Enter an amount";
    if (error !== undefined) return error.message;
    if (quote === undefined) return "Asking for the price …";
    return balance !== undefined && balance < quote.maxIn ? `Not enough ${paying}` : undefined;
  }

  function label(): string {
    if (hasMoved) return "Accept the new price";
    if (isSure) return `${verb} all the same`;
    return isHigh ? "Price impact too high" : title;
  }

  return (
    <>
      {before}
      <AmountField
        label="You pay"
        symbol={paying}
        text={typed.get !== "" && quote ? fieldMoney("most", quote.amountIn) : typed.pay}
        onText={(pay) => onTyped({ pay })}
        balance={balance}
      />
      {between}
      <AmountField
        label="You receive"
        symbol={getting}
        text={typed.pay !== "" && quote ? fieldMoney("least", quote.amountOut) : typed.get}
        onText={(get) => onTyped({ get })}
      />
      <NextStep label={label()} missing={missing()} act={act} />
      <p role="status" class={isHigh ? "fault" : "hint"}>
        {hasMoved && quote && `The price moved: you would now receive ${money(quote.amountOut)} ${getting}.`}
        {isHigh && quote && `This trade moves the price by ${percent(quote.priceImpactBps)} against you.`}
      </p>
      {quote && details(quote)}
      <TradeSettings />
    </>
  );
}

/** Beyond the bounds that were shown: it would be refused as it was agreed. */
const isWorse = (later: Offer, shown: Offer): boolean => later.amountOut < shown.minOut || later.amountIn > shown.maxIn;
