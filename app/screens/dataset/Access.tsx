import { proposals } from "#sdk/actions/pool/proposals.ts";
import type { Shown } from "#sdk/actions/dataset/show.ts";
import { formatDuration } from "#sdk/format/formatDuration.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { href } from "../../route.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Money } from "../../ui/Money.tsx";
import { Unread } from "../../ui/Unread.tsx";
import { inWords } from "../votes/inWords.ts";
import { STATES } from "../votes/STATES.ts";

export interface AccessProps {
  readonly dataset: Shown;
}

const SHOWN = 5;

/** What access costs, and what is proposed. */
export function Access({ dataset }: AccessProps) {
  const { pool, token, terms, status } = dataset;
  const live = useLive(`proposals ${pool}`, () => proposals(reader(), { pool }));
  const { data: all } = live;
  return (
    <section class="card" aria-labelledby="access-title">
      <h2 id="access-title">Licence and proposals</h2>
      <Facts
        of={[
          ["Price", status.listed ? <Money wei={status.price} of="ALITA" /> : "not on sale; offers are voted on"],
          ["For", formatDuration(terms.licencePeriod)],
          ["A unit of compute", <Money wei={status.unitPrice} of="ALITA" />],
        ]}
      />
      <Unread of={live} />
      {all?.length === 0 && <p>Nothing was ever proposed here.</p>}
      <ul>
        {all
          ?.toReversed()
          .slice(0, SHOWN)
          .map(({ id, proposal, state }) => (
            <li key={id}>
              {inWords(proposal, dataset)}: {STATES[state]}
            </li>
          ))}
      </ul>
      <p>
        <a href={href(["dataset", token, "licence"])}>Buy access</a> ·{" "}
        <a href={href(["dataset", token, "votes"])}>All proposals</a>
      </p>
    </section>
  );
}
