import type { Shown } from "#sdk/actions/dataset/show.ts";
import { useState } from "preact/hooks";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import type { Accepted } from "../../data/pool/liveContributions.ts";
import { providersIn, rewardsOf } from "../../data/pool/providers.ts";
import { money } from "../../ui/money.ts";
import { Money } from "../../ui/Money.tsx";
import { Unread } from "../../ui/Unread.tsx";
import { Address } from "./Address.tsx";
import { count } from "./numbers.ts";
import { rewardSymbol } from "./rewardSymbol.ts";

export interface ProvidersProps {
  readonly dataset: Shown;
  readonly live: readonly Accepted[] | undefined;
}

const STEP = 10; // providers shown at first, and more by a click

/** Who provides, and how far each has come towards the most that one can earn. */
export function Providers({ dataset, live }: ProvidersProps) {
  const [most, setMost] = useState(STEP);
  const all = live && providersIn(live);
  const shown = all?.slice(0, most);
  const accounts = shown?.map(({ account }) => account) ?? [];
  const key = accounts.length === 0 ? undefined : `rewards ${dataset.pool} ${accounts.join()}`;
  const earnings = useLive(key, () => rewardsOf(reader(), dataset.pool, accounts));
  const { data: rewards } = earnings;
  const cap = dataset.terms.maxIncentive;
  const symbol = rewardSymbol(dataset);
  return (
    <section class="card" aria-labelledby="providers-title">
      <h2 id="providers-title">Providers</h2>
      <p class="hint">
        {all === undefined ? "Counting …" : `${count(all.length)} of them.`} One provider can earn at most {money(cap)}{" "}
        {symbol} by contributions.
      </p>
      <Unread of={earnings} />
      <ul class="plain">
        {shown?.map(({ account, contributions, units }, index) => {
          const earned = rewards?.[index];
          return (
            <li key={account} class="ds-provider">
              <span>
                <Address of={account} /> {count(units)} rows in {count(contributions)}
              </span>
              <span>
                <Money wei={earned} /> of {money(cap)} {symbol}
              </span>
              <meter
                min={0}
                max={100}
                value={earned === undefined || cap === 0n ? 0 : Number((earned * 100n) / cap)}
                aria-label={`Earned of the most that ${account} can earn`}
              />
            </li>
          );
        })}
      </ul>
      {all !== undefined && all.length > most && (
        <button type="button" onClick={() => setMost(most + STEP)}>
          Show more providers
        </button>
      )}
    </section>
  );
}
