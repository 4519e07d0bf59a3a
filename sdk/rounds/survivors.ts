import { concat, sha256, toBeHex, toUtf8Bytes, ZeroHash } from "ethers";
import { type Payout, payoutProofs, payoutRoot, payoutRootOf, type SumNode } from "../math/sumTree.ts";
import { z } from "zod";

const DOMAIN = toUtf8Bytes("datawell.survivors.v1");

export const statusSchema = z.enum(["absent", "shared", "delivered"]);

/** How far a device of the roster came: nothing, its shares, or its shares and its masked vector. */
export type DeviceStatus = z.infer<typeof statusSchema>;

const CODES: Readonly<Record<DeviceStatus, number>> = { absent: 0, shared: 1, delivered: 2 };

/** A device's status at its place among all. */
export interface SurvivorProof {
  readonly size: number; // of the roster
  readonly delivered: number; // devices whose vectors are in the sum
  readonly index: number;
  readonly status: DeviceStatus;
  readonly siblings: readonly SumNode[]; // from the leaf upward
}

/**
 * Root of all statuses, in the order of the roster. It is a sum tree that counts the delivered vectors, so that devices
 * that see a few leaves each know the number of them all.
 */
export const survivorsRoot = (jobId: string, statuses: readonly DeviceStatus[]): string =>
  payoutRoot(leavesOf(jobId, statuses));

/** Siblings of every device. */
export const survivorsSiblings = (jobId: string, statuses: readonly DeviceStatus[]): readonly (readonly SumNode[])[] =>
  payoutProofs(leavesOf(jobId, statuses));

/**
 * Whether the root has this status at this place, and this count. No sibling may count more devices than it can hold:
 * a leaf that no device looks at, or one behind the last, would lift the count.
 */
export function verifySurvivor(root: string, jobId: string, proof: SurvivorProof): boolean {
  const { size, delivered, index, status, siblings } = proof;
  if (index >= size || siblings.length !== depthOf(size)) return false;
  if (!siblings.every((sibling, height) => isPossible(sibling, size, ((index >>> height) ^ 1) * 2 ** height, height))) {
    return false;
  }
  const found = payoutRootOf(leafOf(jobId, status, index), siblings);
  return found.root === root && found.total === BigInt(delivered);
}

/** Whether a node over the places from `start` can be in a tree of this size: beyond it there is nothing. */
function isPossible({ hash, sum }: SumNode, size: number, start: number, height: number): boolean {
  if (start >= size) return hash === ZeroHash && sum === 0n;
  return sum <= BigInt(Math.min(2 ** height, size - start));
}

const depthOf = (size: number): number => Math.ceil(Math.log2(size));

const leavesOf = (jobId: string, statuses: readonly DeviceStatus[]): readonly Payout[] =>
  statuses.map((status, index) => leafOf(jobId, status, index));

/** The job and the status stand where a payout has its contribution and its provider. */
const leafOf = (jobId: string, status: DeviceStatus, index: number): Payout => ({
  index,
  provider: toBeHex(CODES[status], 20),
  contribution: sha256(concat([DOMAIN, jobId])),
  units: status === "delivered" ? 1n : 0n,
});
