import type { ChainLog } from "./ChainLog.ts";

/** Whether two logs are one, in all that they say. */
export const isSame = (a: ChainLog, b: ChainLog | undefined): boolean =>
  b !== undefined &&
  a.blockHash === b.blockHash &&
  a.index === b.index &&
  a.transactionHash === b.transactionHash &&
  a.address === b.address &&
  a.data === b.data &&
  a.topics.length === b.topics.length &&
  a.topics.every((topic, index) => topic === b.topics[index]);
