import { concat, solidityPacked, solidityPackedKeccak256, ZeroHash } from "ethers";

export interface Leaf {
  readonly index: number;
  readonly provider: string;
  readonly contribution: string;
  readonly units: bigint;
}

interface Node {
  readonly hash: string;
  readonly sum: bigint;
}

const EMPTY: Node = { hash: ZeroHash, sum: 0n };

/** The payout tree as docs/spec/sum-tree.md tells it, built level by level. */
export function sumTree(leaves: readonly Leaf[]) {
  const levels: Node[][] = [leaves.map(leafNode)];
  while (levels.at(-1)!.length > 1) levels.push(parents(levels.at(-1)!));
  const depth = levels.length - 1;
  const top = levels[depth]![0]!;
  return {
    root: solidityPackedKeccak256(["bytes1", "uint8", "bytes32", "uint64"], ["0x02", depth, top.hash, top.sum]),
    total: top.sum,
    proof: (index: number): string =>
      concat(levels.slice(0, -1).map((level, i) => packed(level[(index >> i) ^ 1] ?? EMPTY))),
  };
}

const packed = ({ hash, sum }: Node): string => solidityPacked(["bytes32", "uint64"], [hash, sum]);

const leafNode = ({ index, provider, contribution, units }: Leaf): Node => ({
  hash: solidityPackedKeccak256(
    ["bytes1", "uint32", "address", "bytes32", "uint64"],
    ["0x00", index, provider, contribution, units],
  ),
  sum: units,
});

function parents(level: readonly Node[]): Node[] {
  const above: Node[] = [];
  for (let i = 0; i < level.length; i += 2) above.push(parent(level[i]!, level[i + 1] ?? EMPTY));
  return above;
}

const parent = (left: Node, right: Node): Node => ({
  hash: solidityPackedKeccak256(
    ["bytes1", "bytes32", "uint64", "bytes32", "uint64"],
    ["0x01", left.hash, left.sum, right.hash, right.sum],
  ),
  sum: left.sum + right.sum,
});
