import { claimVoteRewards } from "#sdk/actions/pool/claimVoteRewards.ts";
import { proposals } from "#sdk/actions/pool/proposals.ts";
import { voteRewards } from "#sdk/actions/pool/voteRewards.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { run } from "../../intents/run.ts";
import { href } from "../../route.ts";
import { Fault } from "../../ui/Fault.tsx";
import { money } from "../../ui/money.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { address } from "../../wallet/account.ts";
import type { TabProps } from "../dataset/tabs.ts";
import { Proposal } from "./Proposal.tsx";

/** What is voted on in a dataset, and what was. */
export function Votes({ dataset }: TabProps) {
  const { pool, terms, token } = dataset;
  const { data: all, error, retry } = useLive(`proposals ${pool}`, () => proposals(reader(), { pool }));
  const isMaker = terms.maker === address.value;
  return (
    <section aria-labelledby="votes-title">
      <h2 id="votes-title">Votes</h2>
      <p class="hint">
        A proposal passes as soon as the maker's weight and the yes votes exceed 60 % of all weight.{" "}
        {isMaker ? (
          <a href={href(["dataset", token, "manage"], { part: "offer" })}>Make an offer or propose a change</a>
        ) : (
          <>
            The maker proposes; <a href={href(["dataset", token, "licence"])}>ask for an offer</a> if you want one.
          </>
        )}
      </p>
      <Fault of={error} retry={retry} />
      {address.value !== undefined && <Rewards dataset={dataset} who={address.value} />}
      {all?.length === 0 && <p>Nothing was ever proposed here.</p>}
      <ul class="plain">
        {all?.toReversed().map((one) => (
          <li key={one.id} class="card form">
            <Proposal dataset={dataset} one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RewardsProps extends TabProps {
  readonly who: string;
}

/** What somebody earned by voting. */
function Rewards({ dataset, who }: RewardsProps) {
  const { pool, symbol } = dataset;
  const { data: owed } = useLive(`vote rewards ${pool} ${who}`, () => voteRewards(reader(), { pool, voter: who }));
  const sum = owed?.reduce((whole, { amount }) => whole + amount, 0n) ?? 0n;
  if (owed === undefined || sum === 0n) return null;
  return (
    <NextStep
      label={`Take ${money(sum)} ALITA for your votes`}
      act={() =>
        run({
          title: `Take what votes on ${symbol} earned`,
          act: (client) => claimVoteRewards(client, { pool, ids: owed.map(({ id }) => id) }),
          tell: ({ amount }) => `Received ${money(amount)} ALITA`,
        })
      }
    />
  );
}
