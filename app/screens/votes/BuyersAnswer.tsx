import { accept } from "#sdk/actions/pool/accept.ts";
import { reject } from "#sdk/actions/pool/reject.ts";
import { run } from "../../intents/run.ts";
import { money } from "../../ui/money.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { SureStep } from "../../ui/SureStep.tsx";
import { address } from "../../wallet/account.ts";
import { useHeld } from "../liquidity/useHeld.ts";
import type { ProposalProps } from "./Proposal.tsx";

/** What the buyer of an offer can say; nothing for everybody else. */
export function BuyersAnswer({ dataset, one: { proposal, state } }: ProposalProps) {
  const { pool } = dataset;
  const held = useHeld(dataset);
  if (!("buyer" in proposal) || proposal.buyer !== address.value) return null;
  const isShort = held !== undefined && held.base < proposal.price;
  return (
    <div class="two">
      <NextStep
        label={`Accept and pay ${money(proposal.price)} ALITA`}
        missing={state === "live" ? "Not passed yet" : isShort ? "Not enough ALITA" : undefined}
        act={() => run({ title: "Accept the offer", act: (client) => accept(client, { pool, proposal }) })}
      />
      <SureStep
        label="Decline the offer"
        sure="Decline it: this cannot be undone"
        act={() => run({ title: "Decline the offer", act: (client) => reject(client, { pool, proposal }) })}
      />
    </div>
  );
}
