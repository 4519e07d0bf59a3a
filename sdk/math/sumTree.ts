import { concat, isHexString, keccak256, toBeHex, ZeroHash } from "ethers";
import { DataError } from "../data/DataError.ts";

/** One leaf of a payout tree: `Payout` on chain. */
export interface Payout {
  readonly index: number; // position in the tree
  readonly provider: string; // address
  readonly contribution: string; // contentTag
  readonly units: bigint; // compute units
}

/** A node with the sum of the units below it. */
export interface SumNode {
  readonly hash: string;
  readonly sum: bigint;
}

const LEAF = "0x00";
const NODE = "0x01";
const ROOT = "0x02";
const MAX_SUM = 2n ** 64n - 1n;
const MAX_DEPTH = 32;
const EMPTY: SumNode = { hash: ZeroHash, sum: 0n };

/** Hash of a leaf: keccak256(0x00, uint32 index, provider, contribution, uint64 units). */
export function payoutLeaf({ index, provider, contribution, units }: Payout): SumNode {
  if (!isHexString(provider, 20)) throw outOfRange(`provider "${provider}"`, "Pass an address");
  if (!isHexString(contribution, 32)) throw outOfRange(`contribution "${contribution}"`, "Pass a content tag");
  return {
    hash: keccak256(concat([LEAF, toBeHex(index, 4), provider, contribution, toBeHex(units, 8)])),
    sum: units,
  };
}

/** Root that the chain stores: keccak256(0x02, uint8 depth, top hash, uint64 total). No payouts at all: 0. */
export function payoutRoot(payouts: readonly Payout[]): string {
  if (payouts.length === 0) return ZeroHash;
  const tree = levels(payouts);
  return closeRoot(tree.length - 1, tree.at(-1)?.[0] as SumNode);
}

/** Units of all payouts. */
export function payoutTotal(payouts: readonly Payout[]): bigint {
  return payouts.reduce((sum, { units }) => sum + units, 0n);
}

/** Siblings of every leaf, from the leaves upward; one pass over the tree for all of them. */
export function payoutProofs(payouts: readonly Payout[]): readonly (readonly SumNode[])[] {
  if (payouts.length === 0) return [];
  const below = levels(payouts).slice(0, -1);
  return payouts.map((_, index) => below.map((level, height) => level[(index >>> height) ^ 1] ?? EMPTY));
}

/** A proof as the chain takes it: 40 bytes a sibling, hash and sum. */
export const packProof = (proof: readonly SumNode[]): string => concat(proof.map(packNode));

const packNode = ({ hash, sum }: SumNode): string => concat([hash, toBeHex(sum, 8)]);

/** Root and total of the tree in which the leaf has its place: the twin of `SumTree.rootOf`. */
export function payoutRootOf(
  leaf: Payout,
  proof: readonly SumNode[],
): { readonly root: string; readonly total: bigint } {
  if (proof.length > MAX_DEPTH) throw outOfRange(`a proof of ${proof.length} siblings`, `Pass at most ${MAX_DEPTH}`);
  if (BigInt(leaf.index) >> BigInt(proof.length) !== 0n) {
    throw outOfRange(`index ${leaf.index} in a tree of depth ${proof.length}`, "Pass the leaf with its own proof");
  }
  const top = proof.reduce<SumNode>((node, sibling, height) => {
    const isRight = (leaf.index >>> height) & 1;
    return isRight ? parent(sibling, node) : parent(node, sibling);
  }, payoutLeaf(leaf));
  return { root: closeRoot(proof.length, top), total: top.sum };
}

/** Whether the leaf stands under this root. */
export function verifyPayout(root: string, leaf: Payout, proof: readonly SumNode[]): boolean {
  return payoutRootOf(leaf, proof).root === root;
}

function levels(payouts: readonly Payout[]): readonly (readonly SumNode[])[] {
  payouts.forEach(({ index, units }, position) => {
    if (index !== position) throw outOfRange(`index ${index} at position ${position}`, "Number the payouts from 0");
    if (units < 0n || units > MAX_SUM) throw outOfRange(`${units} units`, "Units are 0 to 2^64 - 1");
  });
  const all: (readonly SumNode[])[] = [payouts.map(payoutLeaf)];
  for (let level = all[0] as readonly SumNode[]; level.length > 1; level = all.at(-1) as readonly SumNode[]) {
    const pairs = Array.from({ length: (level.length + 1) >>> 1 }, (_, i) => i);
    all.push(pairs.map((i) => parent(level[2 * i] as SumNode, level[2 * i + 1] ?? EMPTY)));
  }
  return all;
}

function parent(left: SumNode, right: SumNode): SumNode {
  const sum = left.sum + right.sum;
  if (sum > MAX_SUM) throw outOfRange(`a sum of ${sum} units`, "Sums must stay below 2^64: split the job");
  return {
    hash: keccak256(concat([NODE, packNode(left), packNode(right)])),
    sum,
  };
}

function closeRoot(depth: number, top: SumNode): string {
  return keccak256(concat([ROOT, toBeHex(depth, 1), packNode(top)]));
}

function outOfRange(what: string, remedy: string): DataError {
  return new DataError("OutOfRange", `${what} is not possible`, remedy);
}
