import { useState } from "preact/hooks";
import { closing } from "#sdk/actions/pool/closing.ts";
import { reallocate } from "#sdk/actions/pool/reallocate.ts";
import { settleReallocation } from "#sdk/actions/pool/settleReallocation.ts";
import { topUp } from "#sdk/actions/pool/topUp.ts";
import { unsettled } from "#sdk/actions/pool/unsettled.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { run } from "../../intents/run.ts";
import { AmountField } from "../../ui/AmountField.tsx";
import { amountOf } from "../../ui/amountOf.ts";
import { money } from "../../ui/money.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { rewardSymbol } from "../dataset/rewardSymbol.ts";
import type { TabProps } from "../dataset/tabs.ts";
import { useHeld } from "../liquidity/useHeld.ts";
import { Part } from "./Part.tsx";

/** What there is for providers: more of it, and what nobody earned spread over those who gave. */
export function Funding({ dataset }: TabProps) {
  const symbol = rewardSymbol(dataset);
  return (
    <Part word="reward" title="Reward" today={`${money(dataset.status.escrow)} ${symbol} left`}>
      <More dataset={dataset} symbol={symbol} />
      {dataset.terms.staking ? (
        <p class="hint">
          What nobody earned stays set aside: with staking it is part of the weight by which votes are counted, and
          cannot be spread.
        </p>
      ) : (
        <Spread dataset={dataset} symbol={symbol} />
      )}
    </Part>
  );
}

interface FundingProps extends TabProps {
  readonly symbol: string; // of the reward
}

/** Until closing is announced: what is added later would come back before anybody could earn it. */
function More({ dataset, symbol }: FundingProps) {
  const { pool } = dataset;
  const { data } = useLive(`closing ${pool}`, () => closing(reader(), { pool }));
  if (data?.closingAt === undefined) return <TopUp dataset={dataset} symbol={symbol} />;
  return <p class="hint">Closing was announced, so nothing can be added any more.</p>;
}

function TopUp({ dataset, symbol }: FundingProps) {
  const { pool, terms } = dataset;
  const [text, setText] = useState("");
  const held = useHeld(dataset);
  const balance = held && (terms.rewardInBase ? held.base : held.data);
  const amount = amountOf(text);

  function missing(): string | undefined {
    if (amount === undefined) return "Enter an amount to add";
    return balance !== undefined && balance < amount ? `Not enough ${symbol}` : undefined;
  }

  const act = async (): Promise<void> => {
    const title = `Add ${text} ${symbol} to the reward`;
    const done = await run({ title, act: (client) => topUp(client, { pool, amount: amount ?? 0n }) });
    if (done !== undefined) setText("");
  };

  return (
    <>
      <AmountField label="Add to the reward" symbol={symbol} text={text} onText={setText} balance={balance} />
      <NextStep label="Add it" missing={missing()} act={act} />
    </>
  );
}

function Spread({ dataset, symbol }: FundingProps) {
  const { pool, status } = dataset;
  const [text, setText] = useState("");
  const amount = amountOf(text);

  function missing(): string | undefined {
    if (amount === undefined) return "Enter an amount to spread";
    return amount > status.escrow ? "More than is left" : undefined;
  }

  const act = async (): Promise<void> => {
    const title = `Spread ${text} ${symbol} over all contributions`;
    const done = await run({ title, act: (client) => reallocate(client, { pool, amount: amount ?? 0n }) });
    if (done !== undefined) setText("");
  };

  return (
    <>
      <AmountField
        label="Spread over all contributions"
        symbol={symbol}
        text={text}
        onText={setText}
        balance={status.escrow}
        hint="by their rows, up to each provider's cap"
      />
      <NextStep label="Spread it" missing={missing()} act={act} />
      <Settle dataset={dataset} symbol={symbol} />
    </>
  );
}

/** What was spread to a contribution above its provider's cap is free again once the contribution is settled. */
function Settle({ dataset, symbol }: FundingProps) {
  const { pool } = dataset;
  const { data: waiting } = useLive(`unsettled ${pool}`, () => unsettled(reader(), { pool }));
  const [first] = waiting ?? [];
  if (first === undefined) return null;
  return (
    <>
      <p class="hint">
        {waiting?.length} of the contributions have not taken what was spread to them. Their providers do so by
        claiming; if one has reached its cap, settle its contribution, and the rest is free again.
      </p>
      <NextStep
        label={`Settle contribution ${first.number}`}
        act={() =>
          run({
            title: `Settle contribution ${first.number}`,
            act: (client) => settleReallocation(client, { pool, contentTag: first.contentTag }),
            tell: ({ credited, returned }) =>
              `${money(credited)} ${symbol} credited, ${money(returned)} ${symbol} free again`,
          })
        }
      />
    </>
  );
}
