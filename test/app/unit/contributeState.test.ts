import { ZeroHash } from "ethers";
import { expect } from "chai";
import type { Contribution } from "#sdk/types/Contribution.ts";
import { closest } from "../../../app/screens/contribute/closest.ts";
import { obstacleToAttest, obstacleToContribute } from "../../../app/screens/contribute/fresh/obstacleTo.ts";
import { type Own, updatesWaitUntil } from "../../../app/screens/contribute/own/readOwn.ts";
import { consequences } from "../../../app/screens/contribute/own/stateInWords.ts";
import { stateOf } from "../../../app/screens/contribute/own/stateOf.ts";

const bytes32 = (digit: string) => `0x${digit.repeat(64)}`;
const WINDOW = 60n;

const FACTS = { reward: 40n, credited: 40n, submittedAt: 1_000n, revokedAt: 0n, slashed: false };
const stateAt = (now: bigint, changes: Partial<typeof FACTS> = {}) =>
  stateOf({ ...FACTS, ...changes }, { window: WINDOW, now }).state;

describe("The reward of a contribution", () => {
  it("is pending until its challenge window is over, and claimable from the next second on", () => {
    expect(stateAt(1_060n)).to.equal("pending");
    expect(stateAt(1_061n)).to.equal("claimable");
    expect(stateOf(FACTS, { window: WINDOW, now: 0n }).claimableAt).to.equal(1_061n);
  });

  it("is claimed when nothing is left of it, unless there never was one", () => {
    expect(stateAt(2_000n, { reward: 0n })).to.equal("claimed");
    expect(stateAt(2_000n, { reward: 0n, credited: 0n })).to.equal("unrewarded");
  });

  it("is given up by revoking within the window, and stays claimable after it", () => {
    expect(stateAt(1_010n, { reward: 0n, revokedAt: 1_005n })).to.equal("revoked");
    expect(stateAt(2_000n, { revokedAt: 1_900n })).to.equal("claimable");
  });

  it("is gone with a proven copy", () => {
    expect(stateAt(2_000n, { slashed: true, reward: 0n })).to.equal("slashed");
  });

  it("is told of before somebody revokes", () => {
    const told = (state: "pending" | "claimable" | "claimed") =>
      consequences({ state, kind: "device" }, "40 WTHR").join(" ");
    expect(told("pending")).to.match(/reward of 40 WTHR .* give it up/);
    expect(told("claimable")).to.match(/40 WTHR stays yours/);
    expect(told("claimed")).to.not.match(/40 WTHR/);
    expect(consequences({ state: "claimed", kind: "remote" }, "0")[0]).to.match(/keeps them/);
  });
});

describe("An update", () => {
  const own = (parent: string, submittedAt: bigint) => ({ contribution: { parent }, submittedAt }) as Own;

  it("waits until the latest one before it is challenged no more", () => {
    expect(
      updatesWaitUntil([own(ZeroHash, 9_000n), own(bytes32("1"), 1_000n), own(bytes32("2"), 2_000n)], WINDOW),
    ).to.equal(2_060n);
    expect(updatesWaitUntil([own(ZeroHash, 9_000n)], WINDOW)).to.equal(0n);
  });
});

const READING = {
  records: 12,
  units: 12n,
  fields: [],
  quality: 8_000n,
  passesGate: true,
  parts: { conformance: 10_000, completeness: 10_000, uniqueness: 10_000 },
  faults: [],
  digest: bytes32("d"),
};
const GOOD = {
  now: 2_000n,
  symbol: "WTHR",
  isOpen: true,
  escrow: 1n,
  minQuality: 8_000n,
  reading: READING,
  isThere: false,
  reward: 40n * 10n ** 18n,
};

describe("What is in the way of an attestation", () => {
  it("is nothing when all is well, at the least quality and the least stake", () => {
    expect(obstacleToAttest(GOOD)).to.equal(undefined);
    const update = { staked: GOOD.reward, waitsUntil: 1_999n };
    expect(obstacleToAttest({ ...GOOD, reading: { ...READING, novelty: 1n }, update })).to.equal(undefined);
  });

  it("is said in the words of the one button", () => {
    const read = (changes: Partial<typeof READING & { novelty: bigint }>) => ({
      ...GOOD,
      reading: { ...READING, ...changes },
    });
    expect(obstacleToAttest({ ...GOOD, isOpen: false })).to.match(/taken any more/);
    expect(obstacleToAttest({ ...GOOD, escrow: 0n })).to.match(/No reward/);
    expect(obstacleToAttest({ ...GOOD, reading: undefined })).to.match(/Choose files/);
    expect(obstacleToAttest({ ...GOOD, isThere: true })).to.match(/before/);
    expect(obstacleToAttest(read({ units: 0n }))).to.match(/No record/);
    expect(obstacleToAttest(read({ passesGate: false }))).to.match(/Too few/);
    expect(obstacleToAttest(read({ quality: 7_999n }))).to.equal("Quality 79.99%, at least 80%");
    expect(obstacleToAttest(read({ novelty: 0n }))).to.match(/new/);
  });

  it("is a stake that is smaller than the reward, or a challenge that still runs", () => {
    const waiting = (staked: bigint, waitsUntil: bigint) =>
      obstacleToAttest({ ...GOOD, update: { staked, waitsUntil } });
    expect(waiting(30n * 10n ** 18n, 0n)).to.equal("Stake 10 WTHR more first");
    expect(waiting(GOOD.reward, 2_000n)).to.match(/can be challenged until/);
    expect(waiting(GOOD.reward, 1_999n)).to.equal(undefined);
  });
});

const contribution = (changes: Partial<Contribution>): Contribution => ({
  provider: "ada",
  kind: 0n,
  contentRoot: ZeroHash,
  contentTag: bytes32("1"),
  sketch: bytes32("a"),
  metadata: ZeroHash,
  units: 1n,
  parent: ZeroHash,
  ...changes,
});

describe("The most similar contribution", () => {
  const half = `0x${"a".repeat(32)}${"b".repeat(32)}`;
  const fresh = contribution({ contentTag: bytes32("9") });
  const others = [
    contribution({ provider: "bea", contentTag: bytes32("2"), sketch: bytes32("c") }),
    contribution({ provider: "bea", contentTag: bytes32("3"), sketch: half }),
  ];

  it("is the one whose sketch agrees most", () => {
    expect(closest(fresh, others)).to.deep.equal({ lanes: 32, contentTag: bytes32("3"), provider: "bea" });
    expect(closest(fresh, [])).to.equal(undefined);
  });

  it("is none of the provider's own, unless it is an update or the very same content", () => {
    const own = contribution({ contentTag: bytes32("4") });
    expect(closest(fresh, [own])).to.equal(undefined);
    expect(closest({ ...fresh, parent: bytes32("4") }, [own])?.lanes).to.equal(64);
    expect(closest(fresh, [contribution({ contentTag: bytes32("9"), sketch: bytes32("c") })])?.lanes).to.equal(64);
  });

  it("is in the way from the pool's number of lanes on", () => {
    const sealing = (lanes: number, needed: bigint | undefined) =>
      obstacleToContribute({ now: 1n, deadline: 2n, closest: { lanes, contentTag: "", provider: "" }, lanes: needed });
    expect(sealing(47, 48n)).to.equal(undefined);
    expect(sealing(48, 48n)).to.match(/Too similar/);
    expect(sealing(48, undefined)).to.equal(undefined);
    expect(sealing(64, undefined)).to.match(/already/);
  });

  it("does not matter once the attestation has expired", () => {
    const expired = { now: 2n, deadline: 2n, closest: undefined, lanes: 48n };
    expect(obstacleToContribute(expired)).to.match(/expired/);
    expect(obstacleToContribute({ ...expired, now: 1n })).to.equal(undefined);
  });
});
