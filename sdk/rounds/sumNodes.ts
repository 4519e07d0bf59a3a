import type { SumNode } from "../math/sumTree.ts";

/** A sibling in a sum tree as JSON has it. */
export interface SumNodeJson {
  readonly hash: string;
  readonly sum: string; // decimal
}

export const sumNodesFromJson = (nodes: readonly SumNodeJson[]): readonly SumNode[] =>
  nodes.map(({ hash, sum }) => ({ hash, sum: BigInt(sum) }));

export const sumNodesToJson = (nodes: readonly SumNode[]): SumNodeJson[] =>
  nodes.map(({ hash, sum }) => ({ hash, sum: sum.toString() }));
