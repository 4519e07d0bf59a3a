import { expect } from "chai";
import { type BytesLike, id, parseEther, Signature, toBeHex, ZeroAddress, ZeroHash } from "ethers";
import { ATTESTATION_TYPES } from "#sdk";
import { selfPermit } from "../fixtures/permit.ts";
import {
  type Assessment,
  assessment,
  type Contribution,
  contribution,
  DAY,
  domainOf,
  ethers,
  NEVER,
  networkHelpers,
  signConsent,
  system,
  time,
} from "../fixtures/system.ts";

/** A dataset and a contribution that is ready to be signed. */
async function ready() {
  const world = await system();
  const dataset = await world.launch();
  const c = contribution({ provider: world.alice.address });
  return { ...world, ...dataset, c, a: await assessment() };
}

type Ready = Awaited<ReturnType<typeof ready>>;
type Signatures = Awaited<ReturnType<Ready["attest"]>>;

/** Alice submits, by default what the first two attesters signed. */
async function submit(world: Ready, signatures?: Signatures) {
  const { pool, alice, set, c, a, attest } = world;
  return pool.connect(alice).contribute(c, a, set, signatures ?? (await attest(pool, c, a)), 0, NEVER, "0x");
}

describe("DataPool, as a client meets it", () => {
  describe("attestations", () => {
    it("are accepted from m of n, also from more, and announced with all an indexer needs", async () => {
      const world = await ready();
      const { pool, alice, attesters, attest, c, a } = world;
      await expect(submit(world, await attest(pool, c, a, attesters)))
        .to.emit(pool, "Contribute")
        .withArgs(c.contentTag, alice.address, Object.values(c), a.quality, a.novelty, parseEther("80"), 1);
    });

    it("match the digest that the pool shows", async () => {
      const { pool, attest, attesters, c, a } = await ready();
      const digest = await pool.attestationDigest(c, a);
      const [{ signature }] = (await attest(pool, c, a)) as [Signatures[0]];
      expect(ethers.recoverAddress(digest, signature)).to.equal(attesters[0]!.address);
    });

    it("are refused one short of the threshold", async () => {
      const world = await ready();
      const { pool, registry, attesters, attest, c, a } = world;
      for (const count of [0, 1]) {
        const signatures = await attest(pool, c, a, attesters.slice(0, count));
        await expect(submit(world, signatures))
          .to.be.revertedWithCustomError(registry, "TooFewSignatures")
          .withArgs(count, 2);
      }
    });

    it("are refused twice from one attester, and out of order", async () => {
      const world = await ready();
      const { pool, registry, attesters, attest, c, a } = world;
      const [first, second] = (await attest(pool, c, a)) as [Signatures[0], Signatures[0]];
      for (const signatures of [
        [first, first],
        [second, first],
      ]) {
        await expect(submit(world, signatures)).to.be.revertedWithCustomError(registry, "NotAscending");
      }
      await expect(submit(world, [first, { ...second, attester: attesters[2]!.address }]))
        .to.be.revertedWithCustomError(registry, "BadSignature")
        .withArgs(attesters[2]!.address);
    });

    it("are refused from strangers, and from attesters who left", async () => {
      const world = await ready();
      const { pool, registry, attesters, attest, stranger, c, a } = world;
      const signers = [attesters[0]!, stranger].toSorted((x, y) => (BigInt(x.address) < BigInt(y.address) ? -1 : 1));
      await expect(submit(world, await attest(pool, c, a, signers)))
        .to.be.revertedWithCustomError(registry, "NotAMember")
        .withArgs(stranger.address);

      await registry.connect(attesters[1]!).exit();
      await expect(submit(world))
        .to.be.revertedWithCustomError(registry, "AttesterInactive")
        .withArgs(attesters[1]!.address);
      await submit(world, await attest(pool, c, a, [attesters[0]!, attesters[2]!]));
    });

    it("are refused with another set than the pool's", async () => {
      const world = await ready();
      const { registry, attesters, set } = world;
      const easier = { ...set, threshold: 1 };
      const fewer = { threshold: 1, attesters: [attesters[0]!.address] };
      for (const wrong of [easier, fewer]) {
        await expect(submit({ ...world, set: wrong })).to.be.revertedWithCustomError(registry, "UnknownAttesterSet");
      }
    });

    it("are refused when the signature is cut, stretched, malleated or empty", async () => {
      const world = await ready();
      const { pool, registry, attesters, attest, c, a } = world;
      const [first, second] = (await attest(pool, c, a)) as [Signatures[0], Signatures[0]];
      const { r, s, yParity } = Signature.from(first.signature);
      const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
      const flipped = ethers.concat([r, toBeHex(order - BigInt(s), 32), yParity === 0 ? "0x1c" : "0x1b"]);
      const bad = ["0x", first.signature.slice(0, -2), `${first.signature}00`, flipped, second.signature];
      for (const signature of bad) {
        await expect(submit(world, [{ ...first, signature }, second]))
          .to.be.revertedWithCustomError(registry, "BadSignature")
          .withArgs(attesters[0]!.address);
      }
    });
  });

  describe("every field is signed", () => {
    const changedContribution: { readonly [K in keyof Contribution]: (world: Ready) => Contribution[K] } = {
      provider: ({ bob }) => bob.address,
      kind: () => 1n,
      contentRoot: () => id("other"),
      contentTag: () => id("other"),
      sketch: () => id("other"),
      metadata: () => id("other"),
      units: () => 101n,
      parent: () => id("other"),
    };
    const changedAssessment: { readonly [K in keyof Assessment]: (a: Assessment) => Assessment[K] } = {
      quality: () => 8_001n,
      novelty: () => 1n,
      deadline: ({ deadline }) => BigInt(deadline as number) + 1n,
    };

    for (const [field, change] of Object.entries(changedContribution)) {
      it(`${field} of the contribution`, async () => {
        const world = await ready();
        const { pool, registry, attest, set, c, a } = world;
        const signatures = await attest(pool, c, a);
        const changed = { ...c, [field]: change(world) };
        const provider = await ethers.getSigner(changed.provider as string);
        const attempt = pool.connect(provider).contribute(changed, a, set, signatures, 0, NEVER, "0x");
        await expect(attempt).to.be.revertedWithCustomError(registry, "BadSignature");
      });
    }

    for (const [field, change] of Object.entries(changedAssessment)) {
      it(`${field} of the assessment`, async () => {
        const world = await ready();
        const { pool, registry, attest, c, a } = world;
        const signatures = await attest(pool, c, a);
        const attempt = submit({ ...world, a: { ...a, [field]: change(a) } }, signatures);
        await expect(attempt).to.be.revertedWithCustomError(registry, "BadSignature");
      });
    }

    it("the pool", async () => {
      const world = await ready();
      const other = (await world.launch()).pool;
      const signatures = await world.attest(other, world.c, world.a);
      await expect(submit(world, signatures)).to.be.revertedWithCustomError(world.registry, "BadSignature");
    });

    for (const wrong of [{ chainId: 1n }, { version: "2" }, { name: "Datawel" }]) {
      it(`the domain: not ${Object.values(wrong)[0]}`, async () => {
        const world = await ready();
        const { pool, registry, attesters, c, a } = world;
        const domain = { ...(await domainOf(pool)), ...wrong };
        const signatures = await Promise.all(
          attesters.slice(0, 2).map(async (attester) => ({
            attester: attester.address,
            signature: await attester.signTypedData(domain, ATTESTATION_TYPES, { contribution: c, ...a }),
          })),
        );
        await expect(submit(world, signatures)).to.be.revertedWithCustomError(registry, "BadSignature");
      });
    }

    it("one signature serves once", async () => {
      const world = await ready();
      await submit(world);
      await expect(submit(world))
        .to.be.revertedWithCustomError(world.pool, "DuplicateContent")
        .withArgs(world.c.contentTag);
    });
  });

  describe("consent", () => {
    const relay = async ({ pool, stranger, set, attest, c, a }: Ready, minReward: bigint, signature: BytesLike) => {
      const signatures = await attest(pool, c, a);
      return pool.connect(stranger).contribute(c, a, set, signatures, minReward, NEVER, signature);
    };
    const consent = ({ pool, alice, c }: Ready, minReward = 0n, deadline = NEVER) =>
      signConsent(alice, pool, { contribution: c, minReward, deadline });

    it("lets anybody submit, and the provider is credited", async () => {
      const world = await ready();
      const { pool, alice, stranger, c } = world;
      await relay(world, 7n, await consent(world, 7n));
      expect((await pool.contributionOf(c.contentTag)).provider).to.equal(alice.address);
      expect((await pool.accountOf(stranger)).rewarded).to.equal(0n);
    });

    it("matches the digest that the pool shows", async () => {
      const world = await ready();
      const digest = await world.pool.consentDigest(world.c, 7n, 8n);
      expect(ethers.recoverAddress(digest, await consent(world, 7n, 8n))).to.equal(world.alice.address);
    });

    it("covers the least reward, the deadline, the contribution and the pool", async () => {
      const world = await ready();
      const { pool, alice, bob, stranger, launch, c } = world;
      const other = contribution({ ...c, units: 1n });
      const foreign = (await launch()).pool;
      const wrong = [
        await consent(world, 8n),
        await consent(world, 7n, NEVER - 1n),
        await consent({ ...world, c: other }, 7n),
        await consent({ ...world, pool: foreign }, 7n),
        await consent({ ...world, alice: bob }, 7n),
        "0x",
      ];
      for (const signature of wrong) {
        await expect(relay(world, 7n, signature))
          .to.be.revertedWithCustomError(pool, "NotProvider")
          .withArgs(stranger.address, alice.address);
      }
    });

    it("ends with its deadline", async () => {
      const world = await ready();
      const { pool, stranger, set, attest, c, a } = world;
      const deadline = BigInt(await time.latest()) + 100n;
      const signature = await consent(world, 0n, deadline);
      const signatures = await attest(pool, c, a);
      await time.setNextBlockTimestamp(deadline + 1n);
      await expect(pool.connect(stranger).contribute(c, a, set, signatures, 0, deadline, signature))
        .to.be.revertedWithCustomError(pool, "DeadlinePassed")
        .withArgs(deadline, deadline + 1n);
    });

    it("cannot be used again after revoking", async () => {
      const world = await ready();
      const { pool, alice, c } = world;
      const signature = await consent(world);
      await relay(world, 0n, signature);
      await pool.connect(alice).revoke(c.contentTag);
      await expect(relay(world, 0n, signature)).to.be.revertedWithCustomError(pool, "DuplicateContent");
    });

    it("is asked of a wallet that is a contract", async () => {
      const world = await ready();
      const wallet = await ethers.deployContract("MockWallet");
      const c = contribution({ provider: await wallet.getAddress() });
      await expect(relay({ ...world, c }, 0n, "0x")).to.be.revertedWithCustomError(world.pool, "NotProvider");
      await wallet.getFunction("approve")(await world.pool.consentDigest(c, 0n, NEVER), true);
      await relay({ ...world, c }, 0n, "0x");
      expect((await world.pool.contributionOf(c.contentTag)).provider).to.equal(await wallet.getAddress());
    });

    it("is never that of nobody", async () => {
      const world = await ready();
      const c = contribution({ provider: ZeroAddress });
      const signature = ethers.concat([ZeroHash, ZeroHash, "0x1b"]);
      await expect(relay({ ...world, c }, 0n, signature)).to.be.revertedWithCustomError(world.pool, "NotProvider");
    });
  });

  describe("events", () => {
    it("tell of claim, revoke, re-allocation, top-up and close", async () => {
      const { maker, alice, launch, contribute } = await system();
      const { pool } = await launch({ pool: { staking: false, rewardInBase: true } });
      const first = await contribute(pool, {}, { quality: 5_000n });
      const second = await contribute(pool, {}, { quality: 5_000n });

      await expect(pool.reallocate(50n)).to.emit(pool, "Reallocate").withArgs(50n, 200n);
      await expect(pool.topUp(5n))
        .to.emit(pool, "TopUp")
        .withArgs(5n, parseEther("500000") + 5n);
      await expect(pool.connect(alice).revoke(second.contentTag))
        .to.emit(pool, "Revoke")
        .withArgs(second.contentTag, alice.address, parseEther("50"));
      await pool.announceClose();
      await time.increase(3 * DAY);
      await expect(pool.connect(alice).claim([first.contentTag], 0))
        .to.emit(pool, "Claim")
        .withArgs(alice.address, [first.contentTag], parseEther("50"), 0n);
      const refund = parseEther("499950") + 5n - 50n + 50n;
      await expect(pool.close()).to.emit(pool, "Close").withArgs(refund, parseEther("50"));
      expect(await pool.maker()).to.equal(maker.address);
    });

    it("tell of a changed parameter", async () => {
      const { launch } = await system();
      const { pool } = await launch({ pool: { staking: false } });
      const data = toBeHex(10_000, 32);
      const inForceFrom = (await time.latest()) + 1 + 3 * DAY; // the next block is a second later
      await expect(pool.setParameter(0, data)).to.emit(pool, "SetParameter").withArgs(0n, ZeroHash, data, inForceFrom);
    });
  });

  describe("one transaction for many steps", () => {
    it("takes a permit and tops up, even if somebody submitted the permit first", async () => {
      const { maker, stranger, alita, launch } = await system();
      const { pool } = await launch({ pool: { rewardInBase: true } });
      await alita.approve(pool, 0);
      const signed = await selfPermit(alita, maker, pool, 5n);
      const [, ...terms] = signed;
      await alita.connect(stranger).permit(maker, pool, ...terms);
      const permit = pool.interface.encodeFunctionData("selfPermit", [...signed]);
      await pool.multicall([permit, pool.interface.encodeFunctionData("topUp", [5n])]);
      expect(await pool.escrow()).to.equal(parseEther("500000") + 5n);
    });

    it("fails as a whole with the step's own reason", async () => {
      const { launch } = await system();
      const { pool } = await launch();
      const calls = [pool.interface.encodeFunctionData("announceClose"), pool.interface.encodeFunctionData("close")];
      await expect(pool.multicall(calls)).to.be.revertedWithCustomError(pool, "CloseNotDue");
      expect(await pool.contributionsOpen()).to.equal(true);
    });
  });

  it("takes no ether", async () => {
    const { maker, launch } = await system();
    const { pool } = await launch();
    await expect(maker.sendTransaction({ to: pool, value: 1n })).to.revert(ethers);
    await networkHelpers.setBalance(await pool.getAddress(), 1n);
    expect(await pool.escrow()).to.equal(parseEther("500000"));
  });
});
