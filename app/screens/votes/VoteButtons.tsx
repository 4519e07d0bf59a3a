import { vote } from "#sdk/actions/pool/vote.ts";
import { poolAt } from "#sdk/chain/contracts.ts";
import { read } from "#sdk/chain/read.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { run } from "../../intents/run.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Money } from "../../ui/Money.tsx";
import { NextStep } from "../../ui/NextStep.tsx";
import { Unread } from "../../ui/Unread.tsx";
import { address } from "../../wallet/account.ts";
import { rewardSymbol } from "../dataset/rewardSymbol.ts";
import type { ProposalProps } from "./Proposal.tsx";

/** Yes or no, with the stake that one had when it was proposed. */
export function VoteButtons({ dataset, one: { id } }: ProposalProps) {
  const { pool } = dataset;
  const who = address.value;
  const live = useLive(who && `vote ${id} ${who}`, () => standing(pool, id, who ?? ""));
  const { data: own } = live;
  const voting = (support: boolean) => () =>
    run({ title: `Vote ${support ? "yes" : "no"}`, act: (client) => vote(client, { pool, id, support }) });
  return (
    <>
      <Unread of={live} />
      {own && (
        <Facts
          of={[["Your weight, from before the proposal", <Money wei={own.weight} of={rewardSymbol(dataset)} />]]}
        />
      )}
      <div class="two">
        <NextStep label="Vote yes" missing={whyNot()} act={voting(true)} />
        <NextStep label="Vote no" missing={whyNot()} act={voting(false)} />
      </div>
      {own !== undefined && own.weight > 0n && !own.hasVoted && (
        <p class="hint">Yes and no earn the same. Your stake stays locked until the vote is over.</p>
      )}
    </>
  );

  function whyNot(): string | undefined {
    if (own === undefined) return live.error ? "Your weight is not known" : "Counting your weight …";
    if (own.hasVoted) return "You voted";
    if (own.weight === 0n) return "No stake from before the proposal";
    return own.staked < own.weight ? "You unstaked since" : undefined;
  }
}

/** What somebody may say in a vote: the stake at its beginning, which must still be there. */
async function standing(pool: string, id: string, who: string) {
  const [client, at] = [reader(), poolAt(pool)];
  const [weight, hasVoted, { staked }] = await Promise.all([
    read(client, at, "voteWeight", [id, who]),
    read(client, at, "hasVoted", [id, who]),
    read(client, at, "positionOf", [who]),
  ]);
  return { weight, hasVoted, staked };
}
