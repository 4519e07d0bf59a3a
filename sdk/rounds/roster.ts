import { concat, sha256, toUtf8Bytes } from "ethers";
import { manySiblings, recordLeaf, recordRoot, verifyRecord } from "../math/recordTree.ts";
import { documentDigest } from "./digest.ts";
import type { Enrolment } from "./enrolment.ts";

const ROSTER = toUtf8Bytes("datawell.roster.v1");
const GRAPH = toUtf8Bytes("datawell.graph.v1");

/** An enrolment at its place in a roster. */
export interface RosterProof {
  readonly size: number;
  readonly index: number;
  readonly enrolment: Enrolment;
  readonly siblings: readonly string[]; // from the leaf upward
}

/** Root of who takes part, in order: record tree of the enrolments' digests, the job in each leaf. */
export const rosterRoot = (jobId: string, enrolments: readonly Enrolment[]): string =>
  recordRoot(leavesOf(jobId, enrolments));

/** Siblings of some enrolments; the tree is made once. */
export const rosterSiblings = (
  jobId: string,
  enrolments: readonly Enrolment[],
  indexes: readonly number[],
): readonly (readonly string[])[] => manySiblings(leavesOf(jobId, enrolments), indexes);

/** Whether the root has this enrolment at this place, and this size. */
export const verifyRoster = (root: string, { size, index, enrolment, siblings }: RosterProof): boolean =>
  verifyRecord(root, {
    index,
    count: size,
    salt: saltOf(enrolment.jobId),
    record: documentDigest(enrolment),
    siblings,
  });

/** What the neighbours are drawn from: the block that fixed the roster, which nobody knew when it was made. */
export const graphSeed = (jobId: string, blockHash: string): string => sha256(concat([GRAPH, jobId, blockHash]));

const saltOf = (jobId: string): string => sha256(concat([ROSTER, jobId]));

function leavesOf(jobId: string, enrolments: readonly Enrolment[]): readonly string[] {
  const salt = saltOf(jobId);
  return enrolments.map((enrolment, index) => recordLeaf(index, salt, documentDigest(enrolment)));
}
