import { type Ballot, BALLOT_TERMS } from "./Ballot.ts";
import { NumberField } from "./NumberField.tsx";

export interface BallotFieldsProps {
  readonly ballot: Ballot;
  readonly onBallot: (ballot: Ballot) => void;
}

/** What voters get, and how much time they have. */
export const BallotFields = ({ ballot, onBallot }: BallotFieldsProps) => (
  <>
    <NumberField term={BALLOT_TERMS.budget} text={ballot.budget} onText={(budget) => onBallot({ ...ballot, budget })} />
    <NumberField term={BALLOT_TERMS.days} text={ballot.days} onText={(days) => onBallot({ ...ballot, days })} />
  </>
);
