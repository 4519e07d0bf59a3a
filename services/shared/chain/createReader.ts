import { toQuantity } from "ethers";
import type { z } from "zod";
import { chainIdAnswer, headerAnswer, logsAnswer } from "./answers.ts";
import { ChainError } from "./ChainError.ts";
import type { ChainLog } from "./ChainLog.ts";
import type { Header } from "./Header.ts";
import type { Rpc } from "./Rpc.ts";
import { tryAgain } from "./tryAgain.ts";
import { withTimeout } from "./withTimeout.ts";

/** Of which contracts, and of which blocks: a range of heights, or one block by its hash. */
export type LogFilter = { readonly addresses: readonly string[] } & (
  { readonly from: number; readonly to: number } | { readonly blockHash: string }
);

/** A node, read with distrust: each answer has the promised shape, or it is an error. */
export interface Reader {
  readonly chainId: () => Promise<bigint>;
  /** A block of the node's chain by its height, which is at most its head's, or its newest. */
  readonly header: (number: number | "latest") => Promise<Header>;
  readonly logs: (filter: LogFilter) => Promise<readonly ChainLog[]>;
}

export interface ReaderOptions {
  readonly timeout?: number; // milliseconds that an answer may take
  readonly attempts?: number; // how often a question is asked that gets no answer, or a damaged one
  readonly pause?: number; // milliseconds before it is asked again; doubled with each further time
}

/**
 * Reads a chain through a node. What is only a hiccup is asked again at once, so that a step of many questions comes
 * through; what lasts, is thrown.
 */
export function createReader(rpc: Rpc, options: ReaderOptions = {}): Reader {
  const { timeout = 20_000, attempts = 3, pause = 50 } = options;
  const patiently = <T>(question: () => Promise<T>) => tryAgain(question, { attempts, pause });
  async function ask<T>(shape: z.ZodType<T>, method: string, params: unknown[]): Promise<T> {
    const answer = await withTimeout(rpc.send(method, params), timeout, method);
    const parsed = shape.safeParse(answer);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const where = issue?.path.join(".") || "the answer";
    throw new ChainError("BadAnswer", `The node's answer to ${method} is damaged at ${where}: ${issue?.message}`);
  }

  return {
    chainId: () => patiently(() => ask(chainIdAnswer, "eth_chainId", [])),
    header: (number) =>
      patiently(async () => {
        const header = await ask(headerAnswer, "eth_getBlockByNumber", [blockTag(number), false]);
        if (header !== undefined && (number === "latest" || header.number === number)) return header;
        const given = header === undefined ? "nothing" : `block ${header.number}`;
        throw new ChainError("BadAnswer", `The node gave ${given} when asked for block ${number}`);
      }),
    logs: (filter) =>
      patiently(async () => {
        const logs = await ask(logsAnswer, "eth_getLogs", [{ address: filter.addresses, ...rangeOf(filter) }]);
        checkAsked(logs, filter);
        return logs;
      }),
  };
}

const rangeOf = (filter: LogFilter): object =>
  "blockHash" in filter
    ? { blockHash: filter.blockHash }
    : { fromBlock: toQuantity(filter.from), toBlock: toQuantity(filter.to) };

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
