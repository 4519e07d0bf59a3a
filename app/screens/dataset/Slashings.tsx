import type { Shown } from "#sdk/actions/dataset/show.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { slashings } from "../../data/pool/slashings.ts";
import { Money } from "../../ui/Money.tsx";
import { Unread } from "../../ui/Unread.tsx";
import { Address } from "./Address.tsx";
import { Copies } from "./Copies.tsx";
import { moment } from "./numbers.ts";
import { rewardSymbol } from "./rewardSymbol.ts";

export interface SlashingsProps {
  readonly dataset: Shown;
}

const OFFENCES = { duplicate: "Contributed what was there already", equivocation: "Attested two qualities" } as const;

/** Who was caught cheating, and what it cost. */
export function Slashings({ dataset }: SlashingsProps) {
  const { pool } = dataset;
  const live = useLive(`slashings ${pool}`, () => slashings(reader(), pool));
  const { data: all } = live;
  return (
    <section class="card" aria-labelledby="slashings-title">
      <h2 id="slashings-title">Slashing log</h2>
      <Unread of={live} />
      {live.isLoading && <span class="skeleton">Nobody was ever slashed here.</span>}
      {all?.length === 0 && <p>Nobody was ever slashed here.</p>}
      {all !== undefined && all.length > 0 && (
        <div class="scroll" tabIndex={0} role="region" aria-label="Slashings">
          <table>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">Why</th>
                <th scope="col">Lost</th>
              </tr>
            </thead>
            <tbody>
              {all.map(({ time, offender, offence, lost, transactionHash }) => (
                <tr key={`${transactionHash} ${offender}`}>
                  <td>{moment(time)}</td>
                  <td>
                    <Address of={offender} />
                  </td>
                  <td>{OFFENCES[offence]}</td>
                  <td>
                    <Money wei={lost} of={offence === "duplicate" ? rewardSymbol(dataset) : "ALITA"} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {dataset.terms.staking && <Copies dataset={dataset} />}
    </section>
  );
}
