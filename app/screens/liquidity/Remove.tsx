import { useState } from "preact/hooks";
import { market } from "#sdk/actions/market/market.ts";
import { quoteRemove } from "#sdk/actions/market/quoteRemove.ts";
import { remove } from "#sdk/actions/market/remove.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { run } from "../../intents/run.ts";
import { Both } from "../../ui/Both.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { Money } from "../../ui/Money.tsx";
import { money } from "../../ui/money.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import type { LiquidityProps } from "./Liquidity.tsx";
import { ShareAfter } from "./ShareAfter.tsx";
import { useHeld } from "./useHeld.ts";

const PARTS = [25n, 50n, 75n, 100n] as const; // per cent

/** Takes liquidity back, as both tokens. */
export function Remove({ dataset }: LiquidityProps) {
  const [part, take] = useState(100n);
  const held = useHeld(dataset);
  const liquidity = ((held?.liquidity ?? 0n) * part) / 100n;
  const { data: quote, error } = useLive(liquidity === 0n ? undefined : `remove ${dataset.pair} ${liquidity}`, () =>
    quoteRemove(reader(), { dataset, liquidity }),
  );

  const { data: state } = useLive(`market ${dataset.pair}`, () => market(reader(), dataset));

  function missing(): string | undefined {
    if (held !== undefined && held.liquidity === 0n) return "You have no liquidity here";
    return error?.message ?? (quote === undefined ? "Reading the market …" : undefined);
  }

  const act = async (): Promise<void> => {
    if (quote === undefined) return;
    await run({
      title: `Remove ${part} % of your liquidity`,
      act: (client) => remove(client, { dataset, liquidity, quote }),
      tell: ({ data, base }) => `Received ${money(data)} ${dataset.symbol} and ${money(base)} ALITA`,
    });
  };

  return (
    <>
      <fieldset class="ways">
        <legend class="hint">
          You have <Money wei={held?.liquidity ?? 0n} /> liquidity tokens
        </legend>
        {PARTS.map((one) => (
          <label key={String(one)} class="way">
            <input type="radio" name="remove-part" checked={part === one} onChange={() => take(one)} />
            {String(one)} %
          </label>
        ))}
      </fieldset>
      {quote && (
        <Facts
          of={[
            ["You receive", <Both base={quote.base} data={quote.data} symbol={dataset.symbol} />],
            ["At least", <Both base={quote.baseMin} data={quote.dataMin} symbol={dataset.symbol} at="least" />],
            ["Your share after", <ShareAfter held={held?.liquidity} more={-liquidity} supply={state?.liquidity} />],
          ]}
        />
      )}
      <NextStep label="Remove liquidity" missing={missing()} act={act} />
    </>
  );
}
