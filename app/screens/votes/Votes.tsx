import { account as accountOf } from "#sdk/actions/pool/account.ts";
import { accept } from "#sdk/actions/pool/accept.ts";
import { execute } from "#sdk/actions/pool/execute.ts";
import { type Proposed, proposals } from "#sdk/actions/pool/proposals.ts";
import { reject } from "#sdk/actions/pool/reject.ts";
import { vote } from "#sdk/actions/pool/vote.ts";
import { head } from "../../chain/head.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { run } from "../../intents/run.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Fault } from "../../ui/Fault.tsx";
import { money } from "../../ui/money.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { fromNow } from "../../ui/time.ts";
import { address } from "../../wallet/account.ts";
import type { TabProps } from "../dataset/tabs.ts";
import { inWords } from "./inWords.ts";

/** What is voted on in a dataset, and what was. */
export function Votes({ dataset }: TabProps) {
  const { pool } = dataset;
  const { data: all, error, retry } = useLive(`proposals ${pool}`, () => proposals(reader(), { pool }));
  const who = address.value;
  const { data: own } = useLive(who && `account ${pool} ${who}`, () => accountOf(reader(), { pool, who: who ?? "" }));
  return (
    <section aria-labelledby="votes-title">
      <h2 id="votes-title">Votes</h2>
      <p class="hint">A proposal passes as soon as the maker's weight and the yes votes exceed 60 % of all weight.</p>
      <Fault of={error} retry={retry} />
      {all?.length === 0 && <p>Nothing was ever proposed here.</p>}
      <ul class="plain">
        {all?.toReversed().map((one) => (
          <li key={one.id} class="card form">
            <Proposal dataset={dataset} one={one} weight={own?.staked ?? 0n} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ProposalProps extends TabProps {
  readonly one: Proposed;
  readonly weight: bigint; // the own stake
}

const STATES = { live: "open for votes", passed: "passed", closed: "done", expired: "expired" } as const;

function Proposal({ dataset, one, weight }: ProposalProps) {
  const { pool } = dataset;
  const { id, proposal, state, needed, cast } = one;
  const now = BigInt(head.value?.timestamp ?? 0);
  const isBuyer = "buyer" in proposal && proposal.buyer === address.value;
  const title = inWords(proposal, dataset);
  const voting = (support: boolean) => () =>
    run({ title: `Vote ${support ? "yes" : "no"}`, act: (client) => vote(client, { pool, id, support }) });
  return (
    <>
      <h3>{title}</h3>
      <Facts
        of={[
          ["State", STATES[state]],
          state === "live" && ["Ends", fromNow(BigInt(proposal.expiry), now)],
          ["Votes cast", money(cast)],
          state === "live" && ["Yes votes missing", money(needed)],
          ["Your weight", money(weight)],
        ]}
      />
      {state === "live" && (
        <div class="two">
          <NextStep label="Vote yes" missing={whyNot()} act={voting(true)} />
          <NextStep label="Vote no" missing={whyNot()} act={voting(false)} />
        </div>
      )}
      {"buyer" in proposal && isBuyer && state === "passed" && (
        <div class="two">
          <NextStep
            label={`Accept and pay ${money(proposal.price)} ALITA`}
            act={() => run({ title: "Accept the offer", act: (client) => accept(client, { pool, proposal }) })}
          />
          <NextStep
            label="Decline the offer"
            act={() => run({ title: "Decline the offer", act: (client) => reject(client, { pool, proposal }) })}
          />
        </div>
      )}
      {!("buyer" in proposal) && state === "passed" && (
        <NextStep
          label="Carry out the change"
          act={() => run({ title, act: (client) => execute(client, { pool, proposal }) })}
        />
      )}
    </>
  );

  function whyNot(): string | undefined {
    if (address.value === undefined) return undefined;
    return weight === 0n ? "No stake from before the proposal" : undefined;
  }
}
