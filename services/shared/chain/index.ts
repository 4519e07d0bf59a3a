export { advance, type Step } from "./advance.ts";
export type { Batch, FollowedBlock } from "./Batch.ts";
export { ChainError, type ChainErrorCode } from "./ChainError.ts";
export type { ChainLog } from "./ChainLog.ts";
export { createReader, type Reader } from "./createReader.ts";
export { createFollower, type Follower, type FollowerOptions } from "./follow.ts";
export type { Followed } from "./Followed.ts";
export type { BlockId, Header } from "./Header.ts";
export type { Rpc } from "./Rpc.ts";
