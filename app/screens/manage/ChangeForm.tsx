import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { encodeParameter, type ParameterChange } from "#sdk/actions/pool/encodeParameter.ts";
import { proposeParameter } from "#sdk/actions/pool/proposeParameter.ts";
import { setParameter } from "#sdk/actions/pool/setParameter.ts";
import { timeNow } from "../../chain/useNow.ts";
import { run } from "../../intents/run.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { dayAndTime } from "../../ui/time.ts";
import type { TabProps } from "../dataset/tabs.ts";
import { useHeld } from "../liquidity/useHeld.ts";
import { ballotFrom, budgetIn, FIRST_BALLOT, isComplete } from "./Ballot.ts";
import { BallotFields } from "./BallotFields.tsx";
import { tellBallot } from "./tellBallot.ts";

export interface ChangeFormProps extends TabProps {
  readonly what: string; // "the least quality"
  readonly change: ParameterChange | undefined; // undefined: something is missing
  readonly missing?: string | undefined; // what
  readonly children: ComponentChildren; // the fields
}

/** A change of a term: the maker's own where nobody has stake, else a proposal to those who have. */
export function ChangeForm({ dataset, what, change, missing, children }: ChangeFormProps) {
  const { pool, terms } = dataset;
  const [ballot, setBallot] = useState(FIRST_BALLOT);
  const held = useHeld(dataset);

  function whatIsMissing(): string | undefined {
    if (missing !== undefined || change === undefined) return missing ?? "Write a new value";
    if (!terms.staking) return undefined;
    if (!isComplete(ballot)) return "Look at the vote's terms";
    return held !== undefined && held.base < (budgetIn(ballot) ?? 0n) ? "Not enough ALITA" : undefined;
  }

  const propose = async (wanted: ParameterChange): Promise<unknown> => {
    const proposal = { ...encodeParameter(wanted), ...(await ballotFrom(ballot)) };
    return run({
      title: `Propose to change ${what}`,
      act: (client) => proposeParameter(client, { pool, proposal }),
      tell: tellBallot("carry it out under Votes"),
    });
  };

  const decide = (wanted: ParameterChange): Promise<unknown> =>
    run({
      title: `Change ${what}`,
      act: (client) => setParameter(client, { pool, change: wanted }),
      tell: ({ from }) => (from > timeNow() ? `In force from ${dayAndTime(from)}` : "In force at once"),
    });

  return (
    <>
      {children}
      {terms.staking && <BallotFields ballot={ballot} onBallot={setBallot} />}
      <NextStep
        label={`${terms.staking ? "Propose to change" : "Change"} ${what}`}
        missing={whatIsMissing()}
        act={async () => change && (terms.staking ? propose(change) : decide(change))}
      />
    </>
  );
}
