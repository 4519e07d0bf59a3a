import { getAddress, isHexString, makeError, toQuantity } from "ethers";
import type { BlockHead, ChainLog, ChainReader, Runner } from "#sdk/chain/ChainReader.ts";
import { createBatches } from "./createBatches.ts";
import type { RpcFault } from "./Rpc.ts";

/** All by which the page reads a chain while nobody signs. */
export interface PageReader extends ChainReader, Runner {
  readonly getTransactionCount: (account: string) => Promise<number>;
  readonly getGasPrice: () => Promise<bigint>; // ether wei
  /** Whether a transaction did what it should; undefined while it waits for its block. */
  readonly hasSucceeded: (hash: string) => Promise<boolean | undefined>;
}

/** A block number in the words of a node. */
const atBlock = (block: number | "latest"): string => (block === "latest" ? block : toQuantity(block));

/** Reads a chain through a node: a sixth of what ethers' own provider weighs, which is loaded when somebody connects. */
export function createReader(url: string, chainId: bigint): PageReader {
  const put = createBatches(url);
  const ask = async <T>(method: string, ...params: readonly unknown[]): Promise<T> => {
    const { result, error } = await put({ method, params });
    if (error !== undefined) throw faultOf(error);
    return result as T;
  };
  const reader: PageReader = {
    get provider() {
      return reader;
    },
    call: ({ to, data, gasLimit }) =>
      ask("eth_call", { to, data, ...(gasLimit !== undefined && { gas: toQuantity(gasLimit) }) }, "latest"),
    getCode: (address) => ask("eth_getCode", address, "latest"),
    getBlock: async (block) => blockOf(await ask("eth_getBlockByNumber", atBlock(block), false)),
    getBlockNumber: async () => Number(await ask("eth_blockNumber")),
    getLogs: async ({ address, topics = [], fromBlock, toBlock }) => {
      const filter = { address, topics, fromBlock: atBlock(fromBlock), toBlock: atBlock(toBlock) };
      return logsOf(await ask("eth_getLogs", filter));
    },
    getGasPrice: async () => BigInt(await ask<string>("eth_gasPrice")),
    getNetwork: async () => ({ chainId }),
    getTransaction: async (hash) => {
      const sent = await ask<{ readonly input: string } | null>("eth_getTransactionByHash", hash);
      return sent && { data: String(sent.input) };
    },
    getTransactionCount: async (account) => Number(await ask("eth_getTransactionCount", account, "latest")),
    hasSucceeded: async (hash) => {
      const receipt = await ask<{ readonly status: string } | null>("eth_getTransactionReceipt", hash);
      return receipt === null ? undefined : Number(receipt.status) === 1;
    },
  };
  return reader;
}

/** As ethers throws it, so that `decodeError` reads it. */
function faultOf(error: RpcFault): Error {
  const { message = "The node refused without a reason" } = error;
  const data = revertData(error.data) ?? null;
  const info = { error };
  if (data === null && !/revert/i.test(message)) return makeError(message, "UNKNOWN_ERROR", { info } as object);
  const nothing = { reason: null, transaction: { to: null, data: "" }, invocation: null, revert: null };
  return makeError(message, "CALL_EXCEPTION", { action: "call", data, info, ...nothing });
}

/** Some nodes say it bare, some within an object, some behind a word. */
function revertData(found: unknown): string | undefined {
  if (typeof found === "object" && found !== null) return revertData((found as RpcFault).data);
  const [hex] = typeof found === "string" ? (/0x[0-9a-f]*$/i.exec(found) ?? []) : [];
  return isHexString(hex) ? hex : undefined;
}

interface RawBlock {
  readonly number: string;
  readonly timestamp: string;
  readonly hash: string | null;
}

const blockOf = (raw: RawBlock | null): BlockHead | null =>
  raw && { number: Number(raw.number), timestamp: Number(raw.timestamp), hash: raw.hash };

interface RawLog {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
  readonly blockNumber: string;
  readonly logIndex: string;
  readonly transactionHash: string;
}

function logsOf(raw: readonly RawLog[]): ChainLog[] {
  const checksummed = new Map<string, string>(); // few contracts log much
  return raw.map(({ address, topics, data, blockNumber, logIndex, transactionHash }) => {
    const known = checksummed.get(address) ?? getAddress(address);
    checksummed.set(address, known);
    return {
      address: known,
      topics,
      data,
      blockNumber: Number(blockNumber),
      index: Number(logIndex),
      transactionHash,
    };
  });
}
