import { money, percent } from "../../../ui/money.ts";
import { dayAndTime } from "../../../ui/time.ts";
import { type Closest, LANES } from "../closest.ts";
import type { Reading } from "../files/Reading.ts";

/** All that decides whether a contribution can be attested and accepted, as far as the page knows it. */
export interface Circumstances {
  readonly now: bigint; // unix seconds
  readonly symbol: string; // of the reward token
  readonly isOpen: boolean;
  readonly escrow: bigint; // reward-token wei left
  readonly minQuality: bigint; // bps
  readonly reading: Reading | undefined;
  readonly isThere: boolean; // the chain has these very records of this provider
  readonly reward: bigint | undefined; // reward-token wei expected; undefined: not known yet
  readonly update?: {
    readonly staked: bigint; // reward-token wei
    readonly waitsUntil: bigint; // unix seconds: an earlier update is challenged until then
  };
}

/** What is in the way of having records attested, in words for the one button; undefined: nothing. */
export function obstacleToAttest({ reading, update, ...of }: Circumstances): string | undefined {
  if (!of.isOpen) return "No contributions are taken any more";
  if (of.escrow === 0n) return "No reward is left";
  if (update && update.waitsUntil >= of.now)
    return `The last update can be challenged until ${dayAndTime(update.waitsUntil)}`;
  if (reading === undefined) return "Choose files of records";
  if (of.isThere) return "You contributed these records before";
  if (reading.units === 0n) return "No record is as the fields declare it";
  if (!reading.passesGate) return "Too few records, or too few that fit";
  if (reading.quality < of.minQuality) return `Quality ${percent(reading.quality)}, at least ${percent(of.minQuality)}`;
  if (reading.novelty === 0n) return "Nothing in it is new";
  if (update && of.reward !== undefined && update.staked < of.reward) {
    return `Stake ${money(of.reward - update.staked)} ${of.symbol} more first`;
  }
  return undefined;
}

export interface Sealing {
  readonly now: bigint; // unix seconds
  readonly deadline: bigint; // unix seconds: the attestation is good until then
  readonly closest: Closest | undefined;
  readonly lanes: bigint | undefined; // of 64 that prove a copy; undefined: nobody is slashed here
}

/** What is in the way of contributing what attesters signed; undefined: nothing. */
export function obstacleToContribute({ now, deadline, closest, lanes }: Sealing): string | undefined {
  if (deadline <= now) return "The attestation has expired";
  if (closest?.lanes === LANES) return "These records are in the dataset already";
  return lanes !== undefined && closest !== undefined && BigInt(closest.lanes) >= lanes
    ? "Too similar to another contribution"
    : undefined;
}
