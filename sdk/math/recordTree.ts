import { concat, keccak256, toBeHex } from "ethers";
import { DataError } from "../data/DataError.ts";

/** A record opened against a content root. */
export interface RecordProof {
  readonly index: number; // position of the record, from 0
  readonly count: number; // records under the root
  readonly salt: string; // bytes32
  readonly record: string; // keccak256 of the record's canonical bytes
  readonly siblings: readonly string[]; // from the leaf upwards
}

/** First byte of what is hashed, so that no leaf passes for a node and no node for a root. */
const LEAF = "0x00";
const NODE = "0x01";
const ROOT = "0x02";

/** keccak256(0x00, uint32 index, salt, record): the position is part of the leaf. */
export function recordLeaf(index: number, salt: string, record: string): string {
  return keccak256(concat([LEAF, toBeHex(index, 4), salt, record]));
}

/** keccak256(0x02, uint32 count, top): the number of records is part of the root. */
export function recordRoot(leaves: readonly string[]): string {
  const top = levels(leaves).at(-1)?.[0] as string;
  return closeRoot(leaves.length, top);
}

/**
 * Siblings of some leaves, each from below; a node without a neighbour moves up unchanged and has none on that level.
 * The tree is made once.
 * @throws DataError NoRecords, OutOfRange
 */
export function manySiblings(leaves: readonly string[], indexes: readonly number[]): readonly (readonly string[])[] {
  const wrong = indexes.find((index) => !Number.isInteger(index) || index < 0 || index >= leaves.length);
  if (wrong !== undefined) {
    throw new DataError("OutOfRange", `there is no record ${wrong} among ${leaves.length}`, "Count records from 0");
  }
  const below = levels(leaves).slice(0, -1);
  return indexes.map((index) =>
    below.map((level, height) => level[(index >> height) ^ 1]).filter((sibling) => sibling !== undefined),
  );
}

/** Whether the root commits to this record at this position. */
export function verifyRecord(root: string, proof: RecordProof): boolean {
  const { index, count, salt, record, siblings } = proof;
  if (!Number.isInteger(index) || index < 0 || index >= count || count > 0xffffffff) return false;
  let node = recordLeaf(index, salt, record);
  let position = index;
  let used = 0;
  for (let width = count; width > 1; width = (width + 1) >>> 1, position >>>= 1) {
    if ((position ^ 1) >= width) continue; // the last of an odd level moves up unchanged
    const sibling = siblings[used++];
    if (sibling === undefined) return false;
    node = position & 1 ? hashNode(sibling, node) : hashNode(node, sibling);
  }
  return used === siblings.length && closeRoot(count, node) === root;
}

function levels(leaves: readonly string[]): readonly (readonly string[])[] {
  if (leaves.length === 0) throw new DataError("NoRecords", "there is no record", "Add at least one record");
  const all = [leaves];
  for (let level = leaves; level.length > 1; all.push(level)) {
    const below = level;
    level = Array.from({ length: (below.length + 1) >> 1 }, (_, i) => {
      const [left, right] = [below[2 * i] as string, below[2 * i + 1]];
      return right === undefined ? left : hashNode(left, right);
    });
  }
  return all;
}

function hashNode(left: string, right: string): string {
  return keccak256(concat([NODE, left, right]));
}

function closeRoot(count: number, top: string): string {
  return keccak256(concat([ROOT, toBeHex(count, 4), top]));
}
