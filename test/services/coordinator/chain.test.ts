import { expect } from "chai";
import { id } from "ethers";
import { compute } from "#sdk";
import type { Sender } from "../../../services/coordinator/chain/createSender.ts";
import { createJournal } from "../../../services/coordinator/chain/createJournal.ts";
import { createSender } from "../../../services/coordinator/chain/createSender.ts";
import { encode } from "#sdk/chain/encode.ts";
import { TABLES } from "../../../services/coordinator/index.ts";
import { openDatabase } from "../../../services/shared/database/index.ts";
import {
  all,
  beginRound,
  createStage,
  devicesOf,
  endStage,
  openJob,
  runTo,
  type Stage,
  startCoordinator,
  submit,
  sumOf,
} from "./helpers/stage.ts";

const SIZE = 5;

describe("a coordinator on a chain that forks", () => {
  let stage: Stage;

  before(async function () {
    this.timeout(60_000);
    stage = await createStage(SIZE);
  });

  beforeEach(() => {
    stage.clock.ahead = 0;
  });

  const rpc = (method: string, ...params: unknown[]) => stage.world.provider.send(method, params);
  const mine = (blocks: number) => rpc("hardhat_mine", `0x${blocks.toString(16)}`);

  /** Lets something get on chain, then has the chain forget it and go another way. */
  const forget = async (depth: number, work: () => Promise<void>) => {
    const snapshot = await rpc("evm_snapshot");
    await work();
    if (depth > 1) await mine(depth - 1);
    await rpc("evm_revert", snapshot);
    await mine(depth + 1);
  };

  for (const depth of [1, 3, 12]) {
    it(`posts and settles the same again after each of its transactions was lost ${depth} deep`, async () => {
      const running = await startCoordinator(stage, { rules: { confirmations: depth } });
      const { coordinator, chain } = running;
      const opened = await openJob(stage);
      const { jobId } = opened;
      await mine(depth);
      await submit(coordinator.consumers, opened);
      const devices = devicesOf(stage, { api: coordinator.devices, chain, opened });
      const roots = async () => [await chain.posted(jobId, "roster"), await chain.posted(jobId, "survivors")];
      const deepen = async () => {
        await coordinator.tick();
        await mine(depth);
        await coordinator.tick();
      };

      await all(devices, "enrol");
      stage.clock.ahead += 4_000;
      let lost: unknown;
      await forget(depth, async () => {
        await coordinator.tick();
        lost = (await roots())[0]?.root;
      });
      expect((await roots())[0]).to.equal(undefined);
      await deepen();
      expect((await roots())[0]?.root).to.equal(lost);

      await all(devices, "share");
      await coordinator.tick();
      await all(devices, "deliver");
      await forget(depth, async () => {
        await coordinator.tick();
        lost = (await roots())[1]?.root;
      });
      await deepen();
      expect((await roots())[1]?.root).to.equal(lost);

      await all(devices, "reveal");
      await coordinator.tick();
      stage.clock.ahead += 4_000;
      await forget(depth, async () => {
        await coordinator.tick();
        lost = (await chain.settled(jobId))?.settlement;
      });
      expect(await chain.settled(jobId)).to.equal(undefined);
      await deepen();
      expect((await chain.settled(jobId))?.settlement).to.deep.equal(lost);
      expect((await coordinator.devices.job(jobId)).stage).to.equal("settled");
    });
  }

  it("settles again what is lost after it was taken for settled, until it is final", async () => {
    const { running, opened, devices, view } = await beginRound(stage, { rules: { finality: 12 } });
    const { coordinator, chain } = running;
    await runTo("offered", stage, running, devices);
    await forget(3, async () => {
      await endStage(stage, running);
      expect((await view()).stage).to.equal("settled");
    });
    expect(await chain.settled(opened.jobId)).to.equal(undefined);
    await coordinator.tick();
    expect(await chain.settled(opened.jobId)).not.to.equal(undefined);
  });

  it("lets go of a round whose settlement is lost when the deadline is over, and takes the next", async () => {
    const rules = { finality: 12, maxOpenRounds: 1, settleSeconds: 60 };
    const { running, opened, devices, view } = await beginRound(stage, { rules });
    const { coordinator } = running;
    await runTo("offered", stage, running, devices);
    await forget(3, async () => {
      await endStage(stage, running);
      expect((await view()).stage).to.equal("settled");
    });
    const { deadline } = opened.job;
    for (const [time, reached] of [
      [deadline + 60n, "settled"], // a fork might bring the settlement back
      [deadline + 61n, "failed"],
    ] as const) {
      await stage.world.time.increaseTo(time);
      await coordinator.tick();
      expect((await view()).stage).to.equal(reached);
    }
    expect((await view()).why).to.equal("the job's deadline passed");
    await submit(coordinator.consumers, await openJob(stage)); // the only one that it can run
    await compute.refund(stage.world.consumer, { job: opened.job });
  });

  it("goes on with the graph that devices acted on, though its block is lost deeper than they waited", async () => {
    const { running, opened, devices } = await beginRound(stage);
    const { coordinator, chain } = running;
    await all(devices, "enrol");
    stage.clock.ahead += 4_000;
    await forget(3, async () => {
      await coordinator.tick();
      await coordinator.tick();
      await all(devices, "share");
    });
    await coordinator.tick();
    expect(await chain.posted(opened.jobId, "roster")).not.to.equal(undefined);
    await all(devices, "deliver");
    await coordinator.tick();
    await coordinator.tick();
    await all(devices, "reveal");
    await coordinator.tick();
    const { result } = await coordinator.consumers.offer(opened.jobId, opened.job.consumer);
    expect(result.sum).to.deep.equal(sumOf([...devices.keys()]));
  });

  it("draws the graph anew from another block while nobody has acted on it", async () => {
    const { running, devices, view } = await beginRound(stage);
    const { coordinator } = running;
    await all(devices, "enrol");
    stage.clock.ahead += 4_000;
    await forget(3, async () => {
      await coordinator.tick();
      await coordinator.tick();
    });
    await coordinator.tick();
    await coordinator.tick();
    await all(devices, "share");
    await coordinator.tick();
    await all(devices, "deliver");
    expect((await view()).stage).to.equal("masking");
  });

  it("gives the round up when its account has posted another root", async () => {
    const { running, opened, devices, view } = await beginRound(stage);
    const { coordinator } = running;
    await all(devices, "enrol");
    await compute.postRoot(stage.world.coordinator, { topic: opened.jobId, stage: 1n, root: id("another") });
    stage.clock.ahead += 4_000;
    await coordinator.tick();
    await coordinator.tick();
    const { stage: at, why } = await view();
    expect(at).to.equal("failed");
    expect(why).to.match(/posted another root/);
  });

  describe("and a mempool that loses things", () => {
    let sender: Sender;
    let tell: (seconds: number) => void;
    let provider: Stage["world"]["provider"];

    const call = (topic: string, root = id("root")) => {
      const { board } = stage.world.stranger;
      return { to: board.address, data: encode(board, "post", [id(topic), 1n, id(root)]) };
    };
    const isPosted = async (topic: string) => {
      const entry = await compute.boardEntry(stage.world.stranger, {
        author: await stage.coordinator.getAddress(),
        topic: id(topic),
        stage: 1n,
      });
      return entry !== undefined;
    };
    const pendingOf = async () => {
      const block = (await rpc("eth_getBlockByNumber", "pending", true)) as { transactions: Record<string, string>[] };
      return block.transactions;
    };

    beforeEach(async () => {
      ({ provider } = stage.world);
      const { coordinator: signer } = stage;
      let time = 1_000;
      tell = (seconds) => (time += seconds);
      const database = await openDatabase("sqlite::memory:", TABLES);
      const journal = createJournal(database, await signer.getAddress());
      const { chainId } = await provider.getNetwork();
      sender = createSender({ signer, provider, chainId, journal, now: () => time, patience: 90 });
      await rpc("evm_setAutomine", false);
    });

    afterEach(async () => {
      await rpc("evm_setAutomine", true);
      await mine(1);
    });

    it("sends once, however often it is asked to, and several after one another", async () => {
      for (let look = 0; look < 3; look++) {
        await sender.carry("a", call("once a"));
        await sender.carry("b", call("once b"));
      }
      expect(await pendingOf()).to.have.length(2);
      await mine(1);
      expect([await isPosted("once a"), await isPosted("once b")]).to.deep.equal([true, true]);
    });

    it("raises the fee of what is not mined when its patience is over, not a second before", async () => {
      await sender.carry("a", call("slow"));
      const [before] = await pendingOf();
      tell(89);
      await sender.carry("a", call("slow"));
      expect((await pendingOf()).map(({ hash }) => hash)).to.deep.equal([before?.hash]);
      tell(1);
      await sender.carry("a", call("slow"));
      const [after, ...more] = await pendingOf();
      expect(more).to.deep.equal([]);
      expect(after?.nonce).to.equal(before?.nonce);
      expect(BigInt(after!.maxFeePerGas!) > (BigInt(before!.maxFeePerGas!) * 9n) / 8n).to.equal(true);
      await mine(1);
      expect(await isPosted("slow")).to.equal(true);
    });

    it("sends again what the node has forgotten", async () => {
      await sender.carry("a", call("forgotten"));
      const [lost] = await pendingOf();
      await rpc("hardhat_dropTransaction", lost!.hash);
      expect(await pendingOf()).to.deep.equal([]);
      await sender.carry("a", call("forgotten"));
      expect((await pendingOf()).map(({ hash }) => hash)).to.deep.equal([lost!.hash]);
    });

    it("sends again what stands in front of it and was forgotten as well, though nobody asks for that", async () => {
      await sender.carry("a", call("front"));
      await sender.carry("b", call("behind"));
      for (const { hash } of await pendingOf()) await rpc("hardhat_dropTransaction", hash);
      await sender.carry("b", call("behind"));
      await mine(1);
      expect([await isPosted("front"), await isPosted("behind")]).to.deep.equal([true, true]);
    });

    it("raises the fee of what stands in front of it and of which nobody asks any more", async () => {
      await sender.carry("a", call("abandoned"));
      await sender.carry("b", call("after it"));
      const [abandoned] = await pendingOf();
      tell(89);
      await sender.carry("b", call("after it"));
      expect((await pendingOf())[0]?.hash).to.equal(abandoned?.hash);
      tell(1);
      await sender.carry("b", call("after it"));
      const waiting = await pendingOf();
      expect(waiting.map(({ nonce }) => Number(nonce) - Number(abandoned!.nonce))).to.deep.equal([0, 1]);
      for (const { maxFeePerGas } of waiting) {
        expect(BigInt(maxFeePerGas!) > (BigInt(abandoned!.maxFeePerGas!) * 9n) / 8n).to.equal(true);
      }
      await mine(1);
      expect([await isPosted("abandoned"), await isPosted("after it")]).to.deep.equal([true, true]);
    });

    it("takes the next nonce when another transaction took its own", async () => {
      await sender.carry("a", call("replaced"));
      const [own] = await pendingOf();
      await rpc("hardhat_dropTransaction", own!.hash);
      const { coordinator } = stage;
      await coordinator.sendTransaction({ to: await coordinator.getAddress(), nonce: Number(own!.nonce) });
      await mine(1);
      await sender.carry("a", call("replaced"));
      await mine(1);
      expect(await isPosted("replaced")).to.equal(true);
    });

    it("closes a gap of nonces in front of what it sent", async () => {
      const account = await stage.coordinator.getAddress();
      const nonce = await provider.getTransactionCount(account, "latest");
      const other = {
        to: account,
        nonce,
        gasLimit: 21_000n,
        maxFeePerGas: 10n ** 11n,
        maxPriorityFeePerGas: 10n ** 9n,
      };
      const { hash } = await stage.coordinator.sendTransaction(other);
      await sender.carry("a", call("gap"));
      await rpc("hardhat_dropTransaction", hash); // now the first nonce is missing for ever
      await sender.carry("a", call("gap"));
      await mine(1);
      expect(await isPosted("gap")).to.equal(true);
    });

    it("tells why a call reverts, though it looked well when it was sent", async () => {
      const account = await stage.coordinator.getAddress();
      const nonce = await provider.getTransactionCount(account, "latest");
      const fee = (gwei: bigint) => ({ maxFeePerGas: gwei * 10n ** 9n, maxPriorityFeePerGas: gwei * 10n ** 9n });
      await stage.coordinator.sendTransaction({ to: account, nonce, gasLimit: 21_000n, ...fee(10n) });
      await sender.carry("a", call("twice"));
      await stage.coordinator.sendTransaction({ ...call("twice"), nonce, gasLimit: 100_000n, ...fee(20n) });
      await mine(1);
      const error = await sender.carry("a", call("twice")).catch((caught: Error) => caught);
      expect((error as Error).name).to.equal("AlreadyPosted");
    });

    it("sends nothing to another chain", async () => {
      const { coordinator: signer } = stage;
      const journal = createJournal(await openDatabase("sqlite::memory:", TABLES), await signer.getAddress());
      const elsewhere = createSender({ signer, provider, chainId: 1n, journal, now: () => 0 });
      const error = await elsewhere.carry("a", call("elsewhere")).catch((caught: Error) => caught);
      expect((error as Error).name).to.equal("WrongChain");
      expect(await pendingOf()).to.deep.equal([]);
    });
  });
}).timeout(60_000);
