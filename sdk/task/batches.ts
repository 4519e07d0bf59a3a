import { computeHmac, concat, isHexString, sha256, toBeHex, toBigInt, toUtf8Bytes, zeroPadValue } from "ethers";
import { type RecordProof, recordLeaf, recordRoot, recordSiblings } from "../math/recordTree.ts";
import { TaskError } from "./TaskError.ts";

/** What became of one batch. It stays on the device: gas and output of a batch tell about its rows. */
export interface Batch {
  readonly rows: number;
  readonly gas: bigint; // used; of a batch that failed, all that it was given
  readonly ok: boolean;
  readonly outputHash: string; // of the batch's answer, of zeros if it failed
}

const SALT_DOMAIN = toUtf8Bytes("datawell.batchSalt.v1");

/** sha2-256 of integers as 8 bytes each, big-endian two's complement. */
export function outputHash(output: readonly bigint[]): string {
  return sha256(concat(output.map((value) => zeroPadValue(toBeHex(BigInt.asUintN(64, value)), 8))));
}

/** sha2-256 of what an audit compares: uint32 rows, uint64 gas, whether it went well, the hash of the answer. */
export function batchRecord({ rows, gas, ok, outputHash: answer }: Batch): string {
  return sha256(concat([toBeHex(rows, 4), toBeHex(gas, 8), ok ? "0x01" : "0x00", answer]));
}

/**
 * Commits to all batches of a run in their order. Without the salts, which only the holder of `secret` can make, a
 * count of two rows could be guessed from its hash, past all masks and noise.
 */
export function batchesRoot(batches: readonly Batch[], secret: string): string {
  return recordRoot(leavesOf(batches, secret));
}

/** Opens one batch to an attester: `verifyRecord(batchesRoot, proof)` holds, and `proof.record` is what it re-ran. */
export function proveBatch(batches: readonly Batch[], secret: string, index: number): RecordProof {
  const siblings = recordSiblings(leavesOf(batches, secret), index);
  const [salt, record] = [batchSalt(secret, index), batchRecord(batches[index] as Batch)];
  return { index, count: batches.length, salt, record, siblings };
}

function leavesOf(batches: readonly Batch[], secret: string): readonly string[] {
  return batches.map((batch, index) => recordLeaf(index, batchSalt(secret, index), batchRecord(batch)));
}

function batchSalt(secret: string, index: number): string {
  if (!isHexString(secret, 32) || toBigInt(secret) === 0n) {
    throw new TaskError("InvalidSalt", "the secret of the batches is not 32 random bytes", "Pass 0x and 64 hex digits");
  }
  return computeHmac("sha256", secret, concat([SALT_DOMAIN, toBeHex(index, 4)]));
}
