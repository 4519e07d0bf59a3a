import canonicalize from "canonicalize";
import { sha256, toUtf8Bytes } from "ethers";
import type { Task } from "./Task.ts";

/** sha2-256 of the task's RFC 8785 text: the bytes32 that a job carries on chain as its program. */
export function taskDigest(task: Task): string {
  return sha256(toUtf8Bytes(canonicalize(task) as string));
}
