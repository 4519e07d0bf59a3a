import type { Proposed } from "#sdk/actions/pool/proposals.ts";
import { useNow } from "../../chain/useNow.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Money } from "../../ui/Money.tsx";
import { dayAndTime, fromNow } from "../../ui/time.ts";
import { address } from "../../wallet/account.ts";
import { rewardSymbol } from "../dataset/rewardSymbol.ts";
import type { TabProps } from "../dataset/tabs.ts";
import { BuyersAnswer } from "./BuyersAnswer.tsx";
import { CarryOut } from "./CarryOut.tsx";
import { inWords } from "./inWords.ts";
import { MakersTurn } from "./MakersTurn.tsx";
import { STATES } from "./STATES.ts";
import { VoteButtons } from "./VoteButtons.tsx";
import { Tally } from "./Tally.tsx";

export interface ProposalProps extends TabProps {
  readonly one: Proposed;
}

/** One proposal: what it would do, how it stands, and what can be done about it. */
export function Proposal({ dataset, one }: ProposalProps) {
  const { proposal, state, cast, asked } = one;
  const now = useNow();
  const end = BigInt(proposal.expiry);
  const isOpen = state === "live" || state === "passed";
  const isMaker = dataset.terms.maker === address.value;
  return (
    <>
      <h3>{inWords(proposal, dataset)}</h3>
      <Facts
        of={[
          ["State", STATES[state]],
          [isOpen ? "Ends" : "Voting until", `${dayAndTime(end)} (${fromNow(end, now)})`],
          ["Votes cast", <Money wei={cast} of={rewardSymbol(dataset)} />],
          proposal.voteBudget > 0n && ["Shared by voters", <Money wei={proposal.voteBudget} of="ALITA" />],
        ]}
      />
      {asked > 0n && <Tally dataset={dataset} one={one} />}
      {isOpen && asked > 0n && <VoteButtons dataset={dataset} one={one} />}
      {isOpen && <BuyersAnswer dataset={dataset} one={one} />}
      {state === "passed" && <CarryOut dataset={dataset} one={one} />}
      {isMaker && <MakersTurn dataset={dataset} one={one} />}
    </>
  );
}
