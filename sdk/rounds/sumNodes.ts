import type { SumNode } from "../math/sumTree.ts";

/** A sibling in a sum tree as JSON has it. */
export interface SumNodeJson {
  readonly hash: string;
  readonly sum: string; // decimal
}

/** The siblings that a message carries. */
export const sumNodesFromJson = (nodes: readonly SumNodeJson[]): readonly SumNode[] =>
  nodes.map(({ hash, sum }) => ({ hash, sum: BigInt(sum) }));

/** Siblings as a message carries them. */
export const sumNodesToJson = (nodes: readonly SumNode[]): SumNodeJson[] =>
  nodes.map(({ hash, sum }) => ({ hash, sum: sum.toString() }));
