import { expect } from "chai";
import type { Provider } from "ethers";
import { batchStatus } from "#sdk/wallet/batchStatus.ts";
import { canBatch } from "#sdk/wallet/canBatch.ts";
import { mineBatch } from "#sdk/wallet/mineBatch.ts";

const ACCOUNT = `0x${"11".repeat(20)}`;

/** A wallet that gives one answer. */
const answering = (answer: unknown) => ({ request: async () => answer });
const failing = (code: number) => ({
  request: async () => {
    throw Object.assign(new Error("no"), { code });
  },
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
