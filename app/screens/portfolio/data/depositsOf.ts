import { PairAbi } from "#sdk/abis.ts";
import { ZeroAddress, zeroPadValue } from "ethers";
import type { ChainLog } from "#sdk/chain/ChainReader.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { topicOf } from "#sdk/chain/topicOf.ts";
import { decodeLog } from "#sdk/events/decodeLog.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";
import { growingLogs } from "../../../data/chain/growingLogs.ts";
import type { Deposit } from "./Deposit.ts";

/** What somebody put into a market and took out, oldest first, each by the transaction in which it did. */
export async function depositsOf(
  client: Datawell,
  { dataset, who }: { readonly dataset: Pick<Dataset, "token" | "pair">; readonly who: string },
): Promise<readonly Deposit[]> {
  const { pair, token } = dataset;
  const transfer = topicOf(PairAbi, "Transfer");
  const topic = zeroPadValue(who, 32);
  const ask = (key: string, topics: (string | string[])[]) =>
    growingLogs(client, `deposits ${pair} ${key}`, { address: pair, topics });
  const [got, gave, moved] = await Promise.all([
    ask(`to ${who}`, [transfer, zeroPadValue(ZeroAddress, 32), topic]),
    ask(`from ${who}`, [transfer, topic]),
    ask("changes", [[topicOf(PairAbi, "Mint"), topicOf(PairAbi, "Burn")]]),
  ]);
  const dataFirst = BigInt(token) < BigInt(client.alita.address);
  const changes = new Map(moved.flatMap((log) => amountsOf(log)));

  function amountsOf(log: ChainLog): readonly (readonly [string, Pick<Deposit, "data" | "base">])[] {
    const event = decodeLog(log, "Pair");
    if (event?.name !== "Mint" && event?.name !== "Burn") return [];
    const { amount0, amount1 } = event.args;
    const amounts = dataFirst ? { data: amount0, base: amount1 } : { data: amount1, base: amount0 };
    return [[log.transactionHash, amounts]];
  }

  const deposits = (logs: readonly ChainLog[], change: Deposit["change"]) =>
    logs.flatMap((log) => {
      const amounts = changes.get(log.transactionHash);
      if (amounts === undefined) return []; // a transfer: the liquidity will not add up, and so it shall be
      const event = decodeLog(log, "Pair");
      return event?.name === "Transfer" ? [{ log, deposit: { change, ...amounts, liquidity: event.args.value } }] : [];
    });
  return [...deposits(got, "add"), ...deposits(gave, "remove")]
    .toSorted((a, b) => a.log.blockNumber - b.log.blockNumber || a.log.index - b.log.index)
    .map(({ deposit }) => deposit);
}
