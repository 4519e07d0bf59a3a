import type { SecretKind } from "../crypto/commitments.ts";
import { hexOf, tryBytesOf } from "../crypto/hex.ts";
import { open, SEALED_BYTES } from "../crypto/seal.ts";
import { ReduceError } from "../ReduceError.ts";
import { channelsOf, checkNeighbours } from "./channels.ts";
import type { ByIndex, Party } from "./Party.ts";
import { sendersAmong } from "./sendersAmong.ts";

/** How far a device of the roster came: nothing, its shares, or its shares and its masked vector. */
export type DeviceStatus = "absent" | "shared" | "delivered";

/** A share of one neighbour's secret, for the coordinator: of one secret only, for ever. */
export interface Reveal {
  readonly kind: SecretKind;
  readonly share: string; // 33 bytes of hex
}

/**
 * Shares for the coordinator: the seed's of each neighbour that delivered, the key's of each that dropped out after it
 * shared. Call it once in a round, with the statuses of the one posted root, and keep the answer before it is sent: who
 * has both secrets of a device has its vector. A neighbour whose shares do not open is left out.
 * @throws ReduceError Contradiction (statuses against what was said before masking, or of the device itself),
 * TooFewNeighbours (fewer than the threshold delivered), NotAPosition, BadKey
 */
export async function revealShares({
  threshold,
  sealedFrom,
  statuses,
  ...party
}: Party & {
  readonly threshold: number;
  readonly sealedFrom: ByIndex<string>; // the very same as for maskInput
  readonly statuses: ByIndex<DeviceStatus>; // of the device itself and of all its neighbours
}): Promise<ByIndex<Reveal>> {
  checkNeighbours(party);
  const senders = sendersAmong(party.neighbours, sealedFrom);
  checkStatuses(party, sealedFrom, statuses);
  checkSurvivors(party, statuses, threshold);
  const channels = await channelsOf(party, senders);
  const reveals = channels.map(({ neighbour: { index }, in: channel }) => {
    const sealed = tryBytesOf(sealedFrom[index], SEALED_BYTES);
    const shares = sealed && open(channel, sealed);
    const kind: SecretKind = statuses[index] === "delivered" ? "seed" : "key";
    return shares && ([index, { kind, share: hexOf(shares[kind]) }] as const);
  });
  return Object.fromEntries(reveals.filter((reveal) => reveal !== undefined));
}

/**
 * The root must tell of every neighbour what the coordinator told before masking, or two devices would not have the
 * same masks in mind, and groups of them could be told apart.
 */
function checkStatuses(party: Party, sealedFrom: ByIndex<string>, statuses: ByIndex<DeviceStatus>): void {
  const own = statuses[party.index];
  if (own !== "shared" && own !== "delivered") throw contradiction(party.index);
  for (const { index } of party.neighbours) {
    const status = statuses[index];
    if (status === undefined || (status === "absent") === Object.hasOwn(sealedFrom, index)) throw contradiction(index);
  }
}

/** With fewer delivered, a coordinator could have chosen who drops out so that this answer cuts somebody off. */
function checkSurvivors({ neighbours }: Party, statuses: ByIndex<DeviceStatus>, threshold: number): void {
  const delivered = neighbours.filter(({ index }) => statuses[index] === "delivered").length;
  if (delivered >= threshold) return;
  throw new ReduceError(
    "TooFewNeighbours",
    `${delivered} neighbours delivered, ${threshold} are needed`,
    "Answer nothing in this round",
  );
}

const contradiction = (index: number): ReduceError =>
  new ReduceError(
    "Contradiction",
    `the status of device ${index} is not what this device was told or did`,
    "Answer nothing in this round, and keep the root as evidence",
  );
