import { expect } from "chai";
import { toBeHex } from "ethers";
import { latestLogs } from "../../../app/data/chain/latestLogs.ts";
import { DatasetFactoryAbi } from "#sdk/abis.ts";
import { list } from "#sdk/actions/dataset/list.ts";
import type { ChainLog, LogFilter } from "#sdk/chain/ChainReader.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { interfaceOf } from "#sdk/chain/interfaceOf.ts";
import { datasetTerms, POOL_TERMS } from "../../fixtures/terms.ts";

const LENGTH = 3_000_000; // blocks, a year of a public chain
const FACTORY = toBeHex(1, 20);

/** A launch in each of the given blocks of a long chain, and what is asked of it. */
function longChain(blocks: number[]) {
  const asked: (readonly [from: number, to: number])[] = [];
  const coder = interfaceOf(DatasetFactoryAbi, "CreateDataset");
  const logOf = (blockNumber: number): ChainLog => {
    const params = { ...datasetTerms(0n), pool: { ...POOL_TERMS, attesterSet: toBeHex(0, 32) } };
    const place = toBeHex(blockNumber, 20);
    const { data, topics } = coder.encodeEventLog("CreateDataset", [place, place, place, place, params]);
    return { address: FACTORY, data, topics, blockNumber, index: 0, transactionHash: toBeHex(blockNumber, 32) };
  };
  const provider = {
    getBlockNumber: async () => LENGTH,
    getLogs: async ({ fromBlock, toBlock }: LogFilter) => {
      asked.push([fromBlock, toBlock]);
      return blocks.filter((block) => block >= fromBlock && block <= toBlock).map(logOf);
    },
  };
  const factory = { address: FACTORY, abi: DatasetFactoryAbi };
  const client = { birth: 1, factory, runner: { provider } } as unknown as Datawell;
  const read = () => asked.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  const latest = (count: number) => latestLogs(client, { key: "all", query: { address: FACTORY }, count });
  return { client, asked, read, latest, blocks };
}

const numbers = (logs: readonly ChainLog[]): readonly number[] => logs.map(({ blockNumber }) => blockNumber);

describe("A long chain", () => {
  it("is read from its head no further back than for the logs that are wanted", async () => {
    const { latest, read } = longChain([10, LENGTH - 2_000, LENGTH - 1_000]);
    const { logs, isAll } = await latest(2);
    expect(numbers(logs)).to.deep.equal([LENGTH - 2_000, LENGTH - 1_000]);
    expect(isAll).to.equal(false);
    expect(read()).to.be.below(LENGTH / 100);
  });

  it("is read to its beginning where there are too few of them", async () => {
    const { latest, read } = longChain([10, LENGTH - 1_000]);
    const { logs, isAll } = await latest(3);
    expect(numbers(logs)).to.deep.equal([10, LENGTH - 1_000]);
    expect(isAll).to.equal(true);
    expect(read(), "each block once").to.equal(LENGTH);
  });

  it("is not read again where it was read before, but for its unsettled end", async () => {
    const { latest, asked, blocks } = longChain([LENGTH - 20_000, LENGTH - 1_000]);
    await latest(1);
    asked.length = 0;
    blocks.push(LENGTH);
    expect(numbers((await latest(1)).logs)).to.deep.equal([LENGTH - 1_000, LENGTH]);
    expect(asked).to.deep.equal([[LENGTH - 64, LENGTH]]);
    expect(numbers((await latest(3)).logs)).to.deep.equal([LENGTH - 20_000, LENGTH - 1_000, LENGTH]);
  });

  it("is read from its beginning no further than for the datasets that a list is limited to", async () => {
    const { client, read } = longChain([10, 60_000, LENGTH - 1_000]);
    const found = await list(client, { from: 1n, limit: 1n });
    expect(found.map(({ index, token }) => [index, Number(token)])).to.deep.equal([[1n, 60_000]]);
    expect(read()).to.be.below(LENGTH / 10);
    expect(await list(client), "without a limit").to.have.length(3);
  });
});
