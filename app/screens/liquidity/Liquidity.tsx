import { useState } from "preact/hooks";
import type { Dataset } from "#sdk/types/Dataset.ts";
import { AddBoth } from "./AddBoth.tsx";
import { Remove } from "./Remove.tsx";
import { Zap } from "./Zap.tsx";

export interface LiquidityProps {
  readonly dataset: Dataset & { readonly symbol: string };
}

const WAYS = { both: "Add both tokens", one: "Add one token", remove: "Remove" } as const;
type Way = keyof typeof WAYS;

/** Gives to a market and takes back. */
export function Liquidity({ dataset }: LiquidityProps) {
  const [way, take] = useState<Way>("both");
  return (
    <section class="card form" aria-labelledby="liquidity-title">
      <h2 id="liquidity-title">Liquidity</h2>
      <fieldset class="ways">
        <legend class="hint">Liquidity providers share the fee of every trade.</legend>
        {Object.entries(WAYS).map(([name, label]) => (
          <label key={name} class="way">
            <input type="radio" name="liquidity-way" checked={way === name} onChange={() => take(name as Way)} />
            {label}
          </label>
        ))}
      </fieldset>
      {way === "both" && <AddBoth dataset={dataset} />}
      {way === "one" && <Zap dataset={dataset} />}
      {way === "remove" && <Remove dataset={dataset} />}
    </section>
  );
}
