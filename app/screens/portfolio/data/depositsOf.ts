import { PairAbi } from "#sdk/abis.ts";
import { ZeroAddress, zeroPadValue } from "ethers";
import type { ChainLog } from "#sdk/chain/ChainReader.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { interfaceOf } from "#sdk/chain/interfaceOf.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";
import { growingLogs } from "../../../data/chain/growingLogs.ts";
import type { Deposit } from "./Deposit.ts";

/** What somebody put into a market and took out, oldest first, each by the transaction in which it did. */
export async function depositsOf(
  client: Datawell,
  { dataset, who }: { readonly dataset: Pick<Dataset, "token" | "pair">; readonly who: string },
): Promise<readonly Deposit[]> {
  const { pair, token } = dataset;
  const coder = interfaceOf(PairAbi);
  const [transfer, mint, burn] = ["Transfer", "Mint", "Burn"].map((name) => coder.getEvent(name)?.topicHash ?? null);
  const topic = zeroPadValue(who, 32);
  const ask = (key: string, topics: (string | string[] | null | undefined)[]) =>
    growingLogs(client, `deposits ${pair} ${key}`, { address: pair, topics: topics as (string | string[] | null)[] });
  const [got, gave, moved] = await Promise.all([
    ask(`to ${who}`, [transfer, zeroPadValue(ZeroAddress, 32), topic]),
    ask(`from ${who}`, [transfer, topic]),
    ask("changes", [[mint ?? "", burn ?? ""]]),
  ]);
  const dataFirst = BigInt(token) < BigInt(client.alita.address);
  const changes = new Map(moved.map((log) => [log.transactionHash, amountsOf(log)]));

  function amountsOf({ data, topics }: ChainLog): Pick<Deposit, "data" | "base"> {
    const found = coder.parseLog({ data, topics });
    const [amount0, amount1] = [found?.args.amount0 as bigint, found?.args.amount1 as bigint];
    return dataFirst ? { data: amount0, base: amount1 } : { data: amount1, base: amount0 };
  }

  const deposits = (logs: readonly ChainLog[], change: Deposit["change"]) =>
    logs.flatMap((log) => {
      const amounts = changes.get(log.transactionHash);
      if (amounts === undefined) return []; // a transfer: the liquidity will not add up, and so it shall be
      const liquidity = coder.parseLog(log)?.args.value as bigint;
      return [{ log, deposit: { change, ...amounts, liquidity } }];
    });
  return [...deposits(got, "add"), ...deposits(gave, "remove")]
    .toSorted((a, b) => a.log.blockNumber - b.log.blockNumber || a.log.index - b.log.index)
    .map(({ deposit }) => deposit);
}
