import { expect } from "chai";
import { type Provider, type TransactionReceipt, ZeroHash } from "ethers";
import { type Call, type Datawell, encode, pool, poolAt, type SendBatch } from "#sdk";
import { batchStatus } from "#sdk/wallet/batchStatus.ts";
import { canBatch } from "#sdk/wallet/canBatch.ts";
import { mineBatch } from "#sdk/wallet/mineBatch.ts";
import { errorOf } from "../../utils/errorOf.ts";

const POOLS = [`0x${"22".repeat(20)}`, `0x${"33".repeat(20)}`];
const ACCOUNT = `0x${"11".repeat(20)}`;

/** A wallet that gives one answer. */
const answering = (answer: unknown) => ({ request: async () => answer });
const failing = (code: number) => ({
  request: async () => {
    throw Object.assign(new Error("no"), { code });
  },
});

describe("Claims from several pools", () => {
  const owed = (at: string) => ({
    pool: at,
    contentTags: [ZeroHash],
    proposals: [],
    revenue: at === POOLS[1],
    unbonded: false,
  });
  const client = (batch?: SendBatch) =>
    ({ chainId: 1n, runner: { provider: { getNetwork: async () => ({ chainId: 1n }) } }, ...(batch && { batch }) }) as unknown as Datawell; // prettier-ignore

  it("go out as one, a call for each pool", async () => {
    const sent: Call[] = [];
    const batch: SendBatch = async (calls) => {
      sent.push(...calls);
      return { hash: "0x1", logs: [] } as unknown as TransactionReceipt;
    };
    const { result } = await pool.claimTogether(client(batch), { pools: POOLS.map(owed) });
    const nothing = { reward: 0n, votes: 0n, revenue: 0n, unbonded: 0n };
    expect(result).to.deep.equal([nothing, nothing]);
    expect(sent.map(({ to }) => to)).to.deep.equal(POOLS);
    const claim = encode(poolAt(POOLS[0]!), "claim", [[ZeroHash], 0n]);
    const both = [claim, encode(poolAt(POOLS[1]!), "claimRevenue", [])];
    expect(sent.map(({ data }) => data)).to.deep.equal([claim, encode(poolAt(POOLS[1]!), "multicall", [both])]);
  });

  it("say so where the wallet sends no calls as one", async () => {
    const error = await errorOf(pool.claimTogether(client(), { pools: POOLS.map(owed) }));
    expect(error).to.include({ name: "NoBatches" });
  });
});

describe("What a wallet says of batches", () => {
  it("is believed where it promises them for this chain, or for all", async () => {
    const can = (answer: unknown) => canBatch(answering(answer), { account: ACCOUNT, chainId: 10n });
    const atomic = (status: string) => ({ atomic: { status } });
    expect(await can({ "0xa": atomic("supported") })).to.equal(true);
    expect(await can({ "0x0": atomic("supported") })).to.equal(true);
    expect(await can({ "0x0": atomic("supported"), "0xa": atomic("unsupported") })).to.equal(false);
    expect(await can({ "0xa": atomic("ready") })).to.equal(false);
    expect(await can({ "0x1": atomic("supported") })).to.equal(false);
    for (const nothing of [{}, null, { "0xa": {} }]) expect(await can(nothing)).to.equal(false);
    expect(await canBatch(failing(-32601), { account: ACCOUNT, chainId: 10n })).to.equal(false);
  });

  it("tells where one stands", async () => {
    const stage = async (status: number) => (await batchStatus(answering({ status }), "0x1")).stage;
    expect(await Promise.all([100, 200, 400, 500, 600].map(stage))).to.deep.equal([
      "pending",
      "done",
      "dropped",
      "reverted",
      "reverted",
    ]);
    const receipts = [{ transactionHash: "0x2", logs: [] }];
    expect(await batchStatus(answering({ status: 200, receipts }), "0x1")).to.deep.equal({
      stage: "done",
      hash: "0x2",
      logs: [],
    });
  });

  it("is dropped when it does not know it, and unknown when it does not answer", async () => {
    expect(await batchStatus(failing(5730), "0x1")).to.deep.equal({ stage: "dropped" });
    const fault = await batchStatus(failing(-32603), "0x1").catch((error: unknown) => error);
    expect(fault).to.include({ code: -32603 });
  });

  it("may fail to come a few times while one waits, and no more", async () => {
    const RECEIPT = { hash: "0x2" };
    const provider = { waitForTransaction: async () => RECEIPT } as unknown as Provider;
    /** A wallet that says nothing so many times, and then that it is in its block. */
    const asleep = (times: number) => {
      let asked = 0;
      const request = async () => {
        asked += 1;
        if (asked <= times) throw Object.assign(new Error("asleep"), { code: -32603 });
        return { status: 200, receipts: [{ transactionHash: "0x2" }] };
      };
      return { request };
    };
    const mine = (times: number) => mineBatch({ wallet: asleep(times), provider, id: "0x1", pace: 0 });
    expect(await mine(5)).to.equal(RECEIPT);
    expect(await mine(6).catch((error: unknown) => error)).to.include({ code: -32603 });
  });
});
