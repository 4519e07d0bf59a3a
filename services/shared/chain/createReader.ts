import { toQuantity } from "ethers";
import type { z } from "zod";
import { chainIdAnswer, headerAnswer, logsAnswer } from "./answers.ts";
import { ChainError } from "./ChainError.ts";
import type { ChainLog } from "./ChainLog.ts";
import type { Header } from "./Header.ts";
import type { Rpc } from "./Rpc.ts";
import { withTimeout } from "./withTimeout.ts";

/** Of which contracts, and of which blocks: a range of heights, or one block by its hash. */
export type LogFilter = { readonly addresses: readonly string[] } & (
  { readonly from: number; readonly to: number } | { readonly blockHash: string }
);

/** A node, read with distrust: each answer has the promised shape, or it is an error. */
export interface Reader {
  readonly chainId: () => Promise<bigint>;
  /** A block of the node's chain by its height, or its newest; undefined where it has none yet. */
  readonly header: (number: number | "latest") => Promise<Header | undefined>;
  readonly logs: (filter: LogFilter) => Promise<readonly ChainLog[]>;
}

/**
 * Reads a chain through a node.
 * @param timeout milliseconds that an answer may take
 */
export function createReader(rpc: Rpc, timeout = 20_000): Reader {
  async function ask<T>(shape: z.ZodType<T>, method: string, params: unknown[]): Promise<T> {
    const answer = await withTimeout(rpc.send(method, params), timeout, method);
    const parsed = shape.safeParse(answer);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const where = issue?.path.join(".") || "the answer";
    throw new ChainError("BadAnswer", `The node's answer to ${method} is damaged at ${where}: ${issue?.message}`);
  }

  return {
    chainId: () => ask(chainIdAnswer, "eth_chainId", []),
    header: async (number) => {
      const header = await ask(headerAnswer, "eth_getBlockByNumber", [blockTag(number), false]);
      if (header === undefined || number === "latest" || header.number === number) return header;
      throw new ChainError("BadAnswer", `The node gave block ${header.number} when asked for block ${number}`);
    },
    logs: async (filter) => {
      const address = filter.addresses;
      const where =
        "blockHash" in filter
          ? { blockHash: filter.blockHash }
          : { fromBlock: toQuantity(filter.from), toBlock: toQuantity(filter.to) };
      const logs = await ask(logsAnswer, "eth_getLogs", [{ address, ...where }]);
      checkAsked(logs, filter);
      return logs;
    },
  };
}

const blockTag = (number: number | "latest"): string => (number === "latest" ? number : toQuantity(number));

/** Refuses logs that nobody asked for. */
function checkAsked(logs: readonly ChainLog[], filter: LogFilter): void {
  const addresses = new Set(filter.addresses);
  const isAsked = ({ address, blockNumber, blockHash }: ChainLog): boolean =>
    addresses.has(address) &&
    ("blockHash" in filter ? blockHash === filter.blockHash : blockNumber >= filter.from && blockNumber <= filter.to);
  const stray = logs.find((log) => !isAsked(log));
  if (stray === undefined) return;
  throw new ChainError(
    "BadAnswer",
    `The node gave a log of ${stray.address} in block ${stray.blockNumber}, not asked for`,
  );
}
