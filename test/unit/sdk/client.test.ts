import { expect } from "chai";
import { type ContractRunner, id, Interface, parseEther, type Signer, ZeroAddress, ZeroHash } from "ethers";
import {
  allow,
  attestationMessage,
  attester,
  compute,
  connect,
  contributionConsentMessage,
  type Datawell,
  DatawellError,
  dataset,
  digestOf,
  jobConsentMessage,
  market,
  now,
  permitDomain,
  permitMessage,
  pool,
  poolAt,
  read,
  rulingMessage,
  signPermit,
  submitPermit,
  tokenAt,
} from "#sdk";
import { encode } from "#sdk/chain/encode.ts";
import { transact } from "#sdk/chain/transact.ts";
import { addressOf, DAY, sdkWorld } from "../../fixtures/sdk.ts";
import { contributionOf } from "../../fixtures/terms.ts";

type World = Awaited<ReturnType<typeof sdkWorld>>;

const nameOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => "it went through",
    (error: unknown) => (error instanceof DatawellError ? error.name : String(error)),
  );

describe("the SDK's client", function client() {
  this.timeout(120_000);
  let world: World;
  let own: Awaited<ReturnType<World["launch"]>>;
  const everything = 2n ** 256n - 1n;

  before(async () => {
    world = await sdkWorld();
    own = await world.launch();
  });

  /** The same user with one thing about its signer changed. */
  const withSigner = (user: Datawell, changes: object): Datawell => ({
    ...user,
    runner: Object.assign(Object.create(user.runner) as ContractRunner, changes),
  });

  describe("messages", () => {
    it("are those that the pool hashes", async () => {
      const contribution = contributionOf(await addressOf(world.alice));
      const assessment = { quality: 1n, novelty: 2n, deadline: 3n };
      const attested = attestationMessage(world.alice, { pool: own.pool, contribution, assessment });
      expect(digestOf(attested)).to.equal(
        await read(world.alice, poolAt(own.pool), "attestationDigest", [contribution, assessment]),
      );
      const consent = { pool: own.pool, contribution, minReward: 4n, deadline: 5n };
      expect(digestOf(contributionConsentMessage(world.alice, consent))).to.equal(
        await read(world.alice, poolAt(own.pool), "consentDigest", [contribution, 4n, 5n]),
      );
    });

    it("are those that the billing hashes", async () => {
      const settlement = { units: 1n, resultDigest: id("result"), payoutRoot: id("root") };
      expect(digestOf(jobConsentMessage(world.alice, { jobId: id("job"), settlement }))).to.equal(
        await read(world.alice, world.alice.billing, "consentDigest", [id("job"), settlement]),
      );
      const ruling = { jobId: id("job"), units: 1n, payoutRoot: id("root"), deadline: 2n };
      expect(digestOf(rulingMessage(world.alice, ruling))).to.equal(
        await read(world.alice, world.alice.billing, "rulingDigest", [ruling]),
      );
    });
  });

  describe("hashes", () => {
    it("of proposals are the pool's", async () => {
      const shared = { voteBudget: 1n, expiry: 2n, salt: id("salt") };
      const price = { buyer: world.set.attesters[0]!, price: 3n, duration: 4n, ...shared };
      expect(pool.proposalId(price)).to.equal(await read(world.alice, poolAt(own.pool), "priceProposalId", [price]));
      for (const change of [{ minQuality: 1n }, { unitPrice: 2n }, { attesters: world.set }]) {
        const proposal = { ...pool.encodeParameter(change), ...shared };
        expect(pool.proposalId(proposal)).to.equal(
          await read(world.alice, poolAt(own.pool), "parameterProposalId", [proposal]),
        );
      }
    });

    it("of attester sets are the registry's, and bad sets are named", async () => {
      const { set, hash } = attester.attesterSet(world.set.attesters.toReversed(), 3n);
      expect(hash).to.equal(await read(world.alice, world.alice.registry, "hashSet", [set]));
      const [one] = world.set.attesters as [string];
      expect(() => attester.attesterSet([one], 2n)).to.throw(DatawellError, "2 of 1 is not a possible threshold");
      expect(() => attester.attesterSet([one, one], 1n)).to.throw(DatawellError, "must not follow");
      expect(() =>
        attester.attesterSet(
          Array.from({ length: 17 }, () => one),
          1n,
        ),
      ).to.throw(DatawellError, "too many");
    });

    it("of jobs are the billing's", async () => {
      const job = {
        pool: own.pool,
        token: own.token,
        openedAt: 4n,
        unitPrice: 7n,
        unitData: 9n,
        unitBurn: 6n,
        consumer: ZeroAddress,
        coordinator: own.pair,
        program: id("program"),
        maxUnits: 1n,
        minCohort: 2n,
        epsilon: 3n,
        deadline: 5n,
        coordinatorFee: 8n,
        attesterSet: id("set"),
        arbiter: ZeroAddress,
        salt: ZeroHash,
      };
      expect(compute.jobId(job)).to.equal(await read(world.alice, world.alice.billing, "jobIdOf", [job]));
    });
  });

  describe("permits", () => {
    it("take the domain that the token states", async () => {
      expect(await permitDomain(world.alice, own.token)).to.deep.include({ name: "Weather", chainId: 31337n });
    });

    it("are not needed where the allowance suffices, nor for nothing", async () => {
      const { alita, router } = world.bob;
      const needs = { token: alita.address, spender: router.address, amount: 5n };
      expect(await allow(world.bob, needs)).to.have.property("value", 5n);
      await transact(world.bob, { to: alita.address, calls: [encode(alita, "approve", [router.address, 5n])] });
      expect(await allow(world.bob, needs)).to.equal(undefined);
      expect(await allow(world.bob, { ...needs, amount: 6n })).to.have.property("value", 6n);
      expect(await allow(world.bob, { ...needs, amount: 0n })).to.equal(undefined);
    });

    it("do their work even when somebody else hands them in first", async () => {
      const { alita, factory } = world.alice;
      const permit = await signPermit(world.alice, { token: alita.address, spender: factory.address, value: 7n });
      const owner = await addressOf(world.alice);
      const data = new Interface([
        "function permit(address,address,uint256,uint256,uint8,bytes32,bytes32)",
      ]).encodeFunctionData("permit", [owner, factory.address, 7n, permit.deadline, permit.v, permit.r, permit.s]);
      await transact(world.stranger, { to: alita.address, calls: [data] });
      const call = encode(factory, "selfPermit", [alita.address, 7n, permit.deadline, permit.v, permit.r, permit.s]);
      await transact(world.alice, { to: factory.address, calls: [call] });
    });

    it("of contract accounts are bytes", async () => {
      const wallet = await world.ethers.deployContract("MockWallet");
      const permit = {
        token: own.token,
        owner: await wallet.getAddress(),
        spender: own.pair,
        value: 9n,
        deadline: everything,
      };
      await wallet.getFunction("approve")(digestOf(await permitMessage(world.alice, permit)), true);
      await submitPermit(world.stranger, { ...permit, signature: "0x" });
      expect(await read(world.alice, tokenAt(own.token), "allowance", [permit.owner, own.pair])).to.equal(9n);
      expect(await nameOf(submitPermit(world.stranger, { ...permit, signature: "0x" }))).to.equal(
        "ERC2612InvalidSigner",
      );
    });

    for (const [name, args] of [
      ["MockToken", [18]],
      ["PhantomPermitToken", []],
    ] as const) {
      it(`are replaced by an approval where a token takes none: ${name}`, async () => {
        const plain = await world.ethers.deployContract(name, [...args]);
        const needs = { token: await plain.getAddress(), spender: own.pair, amount: 3n };
        expect(await nameOf(signPermit(world.alice, { ...needs, value: 3n }))).to.equal("NoPermit");
        expect(await allow(world.alice, needs)).to.equal(undefined);
        const owner = await addressOf(world.alice);
        expect(await read(world.alice, tokenAt(needs.token), "allowance", [owner, own.pair])).to.equal(3n);
      });
    }
  });

  describe("failures", () => {
    const trade = () => ({ dataset: own, amountIn: parseEther("1") });

    it("names a reader who tries to act, and a runner that cannot read", async () => {
      const reader = connect(world.file, world.provider);
      expect(await nameOf(market.buy(reader, trade()))).to.equal("NoSigner");
      expect(await nameOf(dataset.list(connect(world.file, {} as ContractRunner)))).to.equal("NoProvider");
    });

    it("names a wallet on another chain", async () => {
      const elsewhere = { ...world.alice, chainId: 1n };
      const error: unknown = await pool
        .revoke(elsewhere, { pool: own.pool, contentTag: ZeroHash })
        .catch((e: unknown) => e);
      expect(error).to.include({ name: "WrongChain", remedy: "Switch the wallet to chain 1" });
    });

    it("names a declined request, before and at sending", async () => {
      const declined = () => Promise.reject(Object.assign(new Error("no"), { code: "ACTION_REJECTED" }));
      expect(await nameOf(market.buy(withSigner(world.alice, { signTypedData: declined }), trade()))).to.equal(
        "Rejected",
      );
      const poolClose = pool.announceClose(withSigner(world.maker, { sendTransaction: declined }), own);
      expect(await nameOf(poolClose)).to.equal("Rejected");
    });

    it("names an address that is no pool, and no dataset", async () => {
      expect(await nameOf(pool.terms(world.alice, { pool: own.pair }))).to.equal("UnknownPool");
      expect(await nameOf(dataset.show(world.alice, { token: own.pair }))).to.equal("UnknownDataset");
    });

    it("names what a multicall ran into", async () => {
      const deadline = (await now(world.alice)) - DAY;
      expect(await nameOf(market.buy(world.alice, { ...trade(), deadline }))).to.equal("Expired");
      const tooMuch = market.buy(world.alice, { dataset: own, amountIn: parseEther("50000000") });
      expect(await nameOf(tooMuch)).to.equal("ERC20InsufficientBalance");
    });

    it("names trades that cannot be", async () => {
      expect(await nameOf(market.quoteBuy(world.alice, { dataset: own, amountIn: 0n }))).to.equal("ZeroAmount");
      const all = { dataset: own, amountOut: own.params.liquidityData };
      expect(await nameOf(market.quoteBuy(world.alice, all))).to.equal("InsufficientLiquidity");
      expect(await nameOf(compute.quote(world.alice, { pool: own.pool, maxUnits: 1n, coordinatorFee: 0n }))).to.equal(
        "OracleTooYoung",
      );
    });
  });

  it("signs nothing twice for nothing: the signer is asked once per token", async () => {
    let asked = 0;
    const signer = world.bob.runner as Signer;
    const counting = withSigner(world.bob, {
      signTypedData: (...args: Parameters<Signer["signTypedData"]>) => {
        asked++;
        return signer.signTypedData(...args);
      },
    });
    await market.buy(counting, { dataset: own, amountIn: parseEther("10") });
    expect(asked).to.equal(1);
    await market.add(counting, { dataset: own, data: parseEther("1"), base: parseEther("1") });
    expect(asked).to.equal(3);
  });
});
