import { zeroPadValue } from "ethers";
import type { ChainLog } from "#sdk/chain/ChainReader.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { decodeLog } from "#sdk/events/decodeLog.ts";
import { sourcesOf } from "#sdk/events/sourcesOf.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";
import { launches } from "../../../data/catalogue/launches.ts";
import { blockTime } from "../../../data/chain/blockTime.ts";
import { growingLogs } from "../../../data/chain/growingLogs.ts";
import { timesOf } from "../../../data/chain/timesOf.ts";
import { type Concerns, type Happening, withoutEchoes } from "./Concerns.ts";

const MOST_ADDRESSES = 600; // in one question; nodes refuse longer lists
const MOST_SHOWN = 100; // happenings

/** What an account has to do with: every event of every dataset that names it. */
export async function concernsFromChain(client: Datawell, who: string): Promise<Concerns> {
  const all = await launches(client);
  const logs = await logsNaming(client, who, all);
  const tokenAt = new Map(all.flatMap((one) => addressesOf(one).map((at) => [at.toLowerCase(), one.token])));
  const tokenOfPool = new Map(all.map(({ pool, token }) => [pool.toLowerCase(), token]));
  const made = all.filter(({ maker }) => maker === who).map(({ token }) => token);
  const sources = sourcesOf(client, all);

  const tokenOf = (address: string, args: Readonly<Record<string, unknown>>): string | undefined => {
    if (typeof args.token === "string") return args.token;
    return tokenAt.get(address.toLowerCase()) ?? tokenOfPool.get(String(args.pool).toLowerCase());
  };
  const happenings = logs.flatMap((log): readonly Happening[] => {
    const source = sources.get(log.address.toLowerCase());
    const found = source && decodeLog(log, source);
    if (found === undefined) return [];
    const { contract, name, args, block, logIndex, transactionHash } = found;
    const token = tokenOf(log.address, args);
    return [{ contract, name, args: { ...args }, token, block, logIndex, time: 0, transactionHash }];
  });
  const told = withJobTokens(happenings);
  const tokens = new Set([...made, ...told.flatMap(({ token }) => token ?? [])]);
  return { tokens: [...tokens], activity: await timed(client, withoutEchoes(told).slice(0, MOST_SHOWN)) };
}

/** What became of a job names the job alone: its dataset is known from its opening. */
function withJobTokens(happenings: readonly Happening[]): readonly Happening[] {
  const tokens = new Map(
    happenings.flatMap(({ args, token }) => (token === undefined ? [] : [[args.jobId, token] as const])),
  );
  return happenings.map((one) =>
    one.token !== undefined || one.args.jobId === undefined
      ? one
      : Object.assign({}, one, { token: tokens.get(one.args.jobId) }),
  );
}

const addressesOf = ({ token, pair, pool }: Dataset): readonly string[] => [token, pair, pool];

/** Logs of our contracts with the account in any of their indexed values, newest first, each once. */
async function logsNaming(client: Datawell, who: string, datasets: readonly Dataset[]): Promise<readonly ChainLog[]> {
  const topic = zeroPadValue(who, 32);
  const places = [[null, topic], [null, null, topic], [null, null, null, topic]]; // prettier-ignore
  const contracts = [client.factory.address, client.billing.address, ...datasets.flatMap(addressesOf)];
  const parts = Array.from({ length: Math.ceil(contracts.length / MOST_ADDRESSES) }, (_, index) =>
    contracts.slice(index * MOST_ADDRESSES, (index + 1) * MOST_ADDRESSES),
  );
  const asked = parts.flatMap((address, part) =>
    places.map((topics, place) =>
      // a part that grows is another question: what a new contract said before is not missed
      growingLogs(client, `portfolio ${who} ${part} ${address.length} ${place}`, { address: [...address], topics }),
    ),
  );
  const found = (await Promise.all(asked)).flat();
  const distinct = new Map(found.map((log) => [`${log.blockNumber} ${log.index}`, log]));
  return [...distinct.values()].toSorted((a, b) => b.blockNumber - a.blockNumber || b.index - a.index);
}

async function timed(client: Datawell, happenings: readonly Happening[]): Promise<readonly Happening[]> {
  const blocks = happenings.map(({ block }) => block).toReversed();
  const times = await timesOf(blocks, blockTime(client));
  return happenings.map((one) => Object.assign({}, one, { time: times.get(one.block) ?? 0 }));
}
