import { expect } from "chai";
import { parseEther, type TransactionRequest, type TransactionResponse } from "ethers";
import { type Datawell, DatawellError, encode, market, tokenAt } from "#sdk";
import { transact } from "#sdk/chain/transact.ts";
import { addressOf, sdkWorld } from "../../fixtures/sdk.ts";

type World = Awaited<ReturnType<typeof sdkWorld>>;

const GWEI = 10n ** 9n;
const FEES = { maxFeePerGas: 50n * GWEI, maxPriorityFeePerGas: GWEI };
const HIGHER = { maxFeePerGas: 100n * GWEI, maxPriorityFeePerGas: 50n * GWEI };

interface Signing {
  sendTransaction(request: TransactionRequest): Promise<TransactionResponse>;
}

describe("A transaction of the SDK that waits for its block", function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    world = await sdkWorld();
  });

  const signing = ({ runner }: Datawell): Signing => runner as unknown as Signing;
  const mine = () => world.provider.send("evm_mine", []);

  /** Sends what `act` sends, lets `meanwhile` happen to it before there is a block, and tells how it ended. */
  async function interrupted<T>(client: Datawell, act: (client: Datawell) => Promise<T>, meanwhile: Meanwhile) {
    let wasSent: (sent: TransactionResponse) => void = () => {};
    const sending = new Promise<TransactionResponse>((resolve) => (wasSent = resolve));
    const sendTransaction = async (request: TransactionRequest) => {
      const sent = await signing(client).sendTransaction({ ...request, ...FEES });
      wasSent(sent);
      return sent;
    };
    const runner = Object.assign(Object.create(client.runner as object) as object, { sendTransaction });
    await world.provider.send("evm_setAutomine", [false]);
    try {
      const ending = act({ ...client, runner } as unknown as Datawell).catch((error: unknown) => error);
      await meanwhile(await sending);
      for (let isOver = false; !isOver;) {
        await mine(); // whoever waits for blocks must not have missed the only one
        isOver = await Promise.race([
          ending.then(() => true),
          new Promise<false>((wait) => setTimeout(wait, 20, false)),
        ]);
      }
      return await ending;
    } finally {
      await mine();
      await world.provider.send("evm_setAutomine", [true]);
    }
  }
  type Meanwhile = (sent: TransactionResponse) => Promise<unknown>;

  const approve = (client: Datawell) =>
    transact(client, {
      to: client.alita.address,
      calls: [encode(tokenAt(client.alita.address), "approve", [client.router.address, 7n])],
    });

  it("counts when it is sped up, under the hash that was mined", async () => {
    const { alice } = world;
    let faster: TransactionResponse | undefined;
    const ended = await interrupted(alice, approve, async ({ to, data, nonce, gasLimit }) => {
      faster = await signing(alice).sendTransaction({ to, data, nonce, gasLimit, ...HIGHER });
    });
    expect(ended).to.include({ status: 1, hash: faster?.hash });
  });

  it("is told as replaced when another takes its place, cancelled or not", async () => {
    const { alice, router, alita } = { ...world, ...world.alice };
    for (const to of [await addressOf(alice), router.address]) {
      const other = to === router.address ? encode(tokenAt(alita.address), "approve", [to, 9n]) : "0x";
      const ended = await interrupted(alice, approve, ({ nonce }) =>
        signing(alice).sendTransaction({ to: other === "0x" ? to : alita.address, data: other, nonce, ...HIGHER }),
      );
      expect(ended).to.be.instanceOf(DatawellError).and.include({ name: "Replaced" });
    }
  });

  it("is told with the contract's reason when its block refuses it", async () => {
    const { bob, maker } = world;
    const dataset = await world.launch();
    const [amountIn, lots] = [parseEther("10"), parseEther("20000")];
    await market.buy(maker, { dataset, amountIn });
    const approving = encode(tokenAt(maker.alita.address), "approve", [dataset.pair, lots]);
    await transact(maker, { to: maker.alita.address, calls: [approving] });
    const ended = await interrupted(
      bob,
      (client) => market.buy(client, { dataset, amountIn }),
      async () => {
        // first in the block by its tip
        const outbidding = {
          ...maker,
          runner: Object.assign(Object.create(maker.runner as object) as object, {
            sendTransaction: (request: TransactionRequest) => signing(maker).sendTransaction({ ...request, ...HIGHER }),
          }),
        } as unknown as Datawell;
        void market.buy(outbidding, { dataset, amountIn: lots }).catch(() => {});
        const isWaiting = async () =>
          (await world.provider.getTransactionCount(await addressOf(maker), "pending")) >
          (await world.provider.getTransactionCount(await addressOf(maker)));
        while (!(await isWaiting())) await new Promise((wait) => setTimeout(wait, 5));
      },
    );
    expect(ended).to.be.instanceOf(DatawellError).and.include({ name: "InsufficientOutput" });
    expect((ended as DatawellError).remedy).to.equal("Ask for a new quote, or allow more slippage");
  });
});
