import { maskedDigest, decodeMasked } from "#sdk/rounds/masked.ts";
import type { InputMessage, RevealsMessage, SharesMessage } from "#sdk/rounds/messages.ts";
import type { DeviceStatus } from "#sdk/rounds/survivors.ts";
import { unfit } from "../refusals.ts";
import type { Member, Round } from "./Round.ts";

/**
 * Shares for exactly the sender's neighbours, under the roster that is on chain.
 * @throws ServiceError 400 WrongRoot, WrongNeighbours
 */
export function checkShares(round: Round, neighbours: readonly number[], message: SharesMessage): void {
  if (message.rosterRoot !== round.rosterRoot) throw wrongRoot("roster");
  const named = new Set(Object.keys(message.sealed).map(Number));
  if (named.size === neighbours.length && neighbours.every((index) => named.has(index))) return;
  throw unfit("WrongNeighbours", "The shares are not for the device's neighbours", "Look at the roster's block again");
}

/**
 * A vector of the task's length with a receipt for it, at the price that the consumer signed.
 * @throws ServiceError 400 WrongReceipt; RoundError Malformed
 */
export function checkInput(round: Round, member: Member, { masked, receipt: { receipt } }: InputMessage): void {
  const outputHash = maskedDigest(decodeMasked(masked, round.task.output.length));
  const due = {
    jobId: round.jobId,
    contribution: member.contribution,
    contentRoot: member.contentRoot,
    rows: member.rows,
    units: member.units.toString(),
    outputHash,
  };
  for (const [name, value] of Object.entries(due)) {
    const said = receipt[name as keyof typeof due];
    if (said === value) continue;
    throw unfit("WrongReceipt", `receipt.${name} is ${said}, due is ${value}`, "Correct the receipt and sign it again");
  }
}

/**
 * One share for each neighbour at most, of the one secret that the posted survivors call for. Both secrets of a device
 * would uncover its vector: the wrong one is refused before anything keeps it.
 * @throws ServiceError 400 WrongRoot, WrongReveal
 */
export function checkReveals(
  round: Round,
  statuses: ReadonlyMap<number, DeviceStatus>,
  { survivorsRoot, reveals }: RevealsMessage,
): void {
  if (survivorsRoot !== round.survivorsRoot) throw wrongRoot("survivors");
  for (const [index, { kind }] of Object.entries(reveals)) {
    const status = statuses.get(Number(index)) ?? "absent";
    if (kind === KIND_FOR[status]) continue;
    const fault = `A ${kind}'s share of device ${index}, whose status is "${status}"`;
    throw unfit(
      "WrongReveal",
      fault,
      "Reveal the seed of who delivered, the key of who only shared, nothing of others",
    );
  }
}

const KIND_FOR: Readonly<Record<DeviceStatus, "seed" | "key" | undefined>> = {
  delivered: "seed",
  shared: "key",
  absent: undefined,
};

const wrongRoot = (what: string) =>
  unfit("WrongRoot", `The message is about another ${what} than the one on chain`, "Look at the bulletin board again");
