import type { Shown } from "#sdk/actions/dataset/show.ts";
import { read } from "#sdk/chain/read.ts";
import { formatDuration } from "#sdk/format/formatDuration.ts";
import { useNow } from "../../chain/useNow.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { privacyLeft } from "../../data/pool/privacyLeft.ts";
import { Facts } from "../../ui/Facts.tsx";
import { exactMoney, percent } from "../../ui/money.ts";
import { Unknown } from "../../ui/Money.tsx";
import { Unread } from "../../ui/Unread.tsx";
import { fromNow } from "../../ui/time.ts";
import { count } from "./numbers.ts";

export interface PrivacyProps {
  readonly dataset: Shown;
}

/** What jobs may learn of the providers, and how much of that is left. */
export function Privacy({ dataset }: PrivacyProps) {
  const { pool, terms, status } = dataset;
  const { minCohort, epsilonPerJob, epsilonPerPeriod, privacyPeriod, burnBps } = terms;
  const live = useLive(`privacy ${pool}`, () => {
    const client = reader();
    return read(client, client.billing, "privacyOf", [pool]);
  });
  const { data: spent } = live;
  const now = useNow();
  const budget = spent && privacyLeft({ ...spent, epsilonPerPeriod, privacyPeriod, now });
  return (
    <section class="card" aria-labelledby="privacy-title">
      <h2 id="privacy-title">Compute and privacy</h2>
      <p class="hint">Programs run on the providers' devices; only noisy sums over many of them leave.</p>
      <Unread of={live} />
      <Facts
        of={[
          ["Providers behind a result", `at least ${count(minCohort)}`],
          ["Providers that could answer", count(status.cohort)],
          epsilonPerJob > 0n && ["Privacy budget (epsilon) of a job", `at most ${exactMoney(epsilonPerJob)}`],
          epsilonPerJob > 0n && [
            "Budget of a period",
            `${exactMoney(epsilonPerPeriod)} in ${formatDuration(privacyPeriod)}`,
          ],
          epsilonPerJob > 0n && ["Budget left now", budget === undefined ? <Unknown /> : exactMoney(budget.left)],
          budget?.freshAt !== undefined && epsilonPerJob > 0n && ["Budget renewed", fromNow(budget.freshAt, now)],
          epsilonPerJob === 0n && ["Privacy budget", "no limit: results carry no noise"],
          ["Burned of a job's data fee", percent(burnBps)],
        ]}
      />
    </section>
  );
}
