import { expect } from "chai";
import { split } from "shamir-secret-sharing";
import { hexToBytes } from "@noble/hashes/utils.js";
import { type ByIndex, isProven, type Reveal, sealShares, unmask } from "#sdk/reduce/index.ts";
import { hexOf } from "#sdk/reduce/crypto/hex.ts";
import { seal } from "#sdk/reduce/crypto/seal.ts";
import { channelsOf } from "#sdk/reduce/party/channels.ts";
import { refused } from "./refused.ts";
import { answer, bytes32, type Cohort, enrol, partyOf, plainSum, play, type Played } from "./simulate.ts";

const SIZE = 10;
const INPUTS = Array.from({ length: SIZE }, (_, i) => [BigInt(i) ** 3n, -7n]);
const DROPPED = 0;
const LIAR = 4;

/** A round with one drop-out, in which a device's answer is replaced. */
async function withAnswer(change: (reveals: ByIndex<Reveal>) => ByIndex<Reveal>): Promise<Played> {
  const round = await play(await enrol(SIZE), INPUTS, { [DROPPED]: "masking" });
  return { ...round, reveals: new Map(round.reveals).set(LIAR, change(round.reveals.get(LIAR)!)) };
}

const flip = (hex: string, at: number): string => {
  const bytes = hexToBytes(hex.slice(2));
  bytes[at]! ^= 1;
  return hexOf(bytes);
};

/** A round in which one device deals shares that its secrets do not have, properly sealed and committed to. */
async function withDealer(cohort: Cohort, dealer: number, deal: (shares: Uint8Array[]) => Uint8Array[]) {
  const party = partyOf(cohort, dealer);
  const honest = await play(cohort, INPUTS, { [DROPPED]: "masking" });
  const secret = (hex: string) => hexToBytes(hex.slice(2));
  const seeds = deal(await split(secret(party.secrets.seed), party.neighbours.length, party.threshold));
  const keys = deal(await split(secret(party.secrets.maskSecret), party.neighbours.length, party.threshold));
  const channels = await channelsOf(party, party.neighbours);
  const out = Object.fromEntries(
    channels.map((channel, i) => [
      channel.neighbour.index,
      hexOf(seal(channel.out, { seed: seeds[i]!, key: keys[i]! })),
    ]),
  );
  const sealed = new Map(honest.sealed).set(dealer, out);
  const reveals = new Map<number, ByIndex<Reveal>>();
  for (const index of honest.reveals.keys()) reveals.set(index, await answer(cohort, { ...honest, sealed }, index));
  return { ...honest, sealed, reveals };
}

describe("liars in a secure sum", function () {
  this.timeout(20_000);

  async function expectBlame(round: Played, why: string): Promise<void> {
    const { sum, blamed } = await unmask(round);
    expect(sum).to.deep.equal(plainSum(INPUTS, round.masked.keys()));
    expect(blamed).to.deep.equal([{ index: LIAR, why }]);
  }

  it("are named when they reveal a wrong share of a seed, and the sum is exact without it", async () => {
    for (const at of [0, 31, 32]) {
      const lie = (reveals: ByIndex<Reveal>) => ({
        ...reveals,
        2: { kind: "seed", share: flip(reveals[2]!.share, at) } as const,
      });
      await expectBlame(await withAnswer(lie), "WrongShare");
    }
  });

  it("are named when they reveal a wrong share of a drop-out's key", async () => {
    await expectBlame(
      await withAnswer((reveals) => ({
        ...reveals,
        [DROPPED]: { kind: "key", share: flip(reveals[DROPPED]!.share, 9) },
      })),
      "WrongShare",
    );
  });

  it("are named once, however many lies they tell", async () => {
    await expectBlame(
      await withAnswer((reveals) =>
        Object.fromEntries(
          Object.entries(reveals).map(([index, { kind, share }]) => [index, { kind, share: flip(share, 0) }]),
        ),
      ),
      "WrongShare",
    );
  });

  it("are named when they reveal a share of the other secret, or call it so", async () => {
    await expectBlame(
      await withAnswer((reveals) => ({ ...reveals, 2: { kind: "key", share: reveals[2]!.share } })),
      "WrongKind",
    );
    await expectBlame(await withAnswer((reveals) => ({ ...reveals, [DROPPED]: reveals[2]! })), "WrongKind");
  });

  it("are named when they reveal another neighbour's share, one too short, or none at all in its place", async () => {
    await expectBlame(await withAnswer((reveals) => ({ ...reveals, 2: reveals[3]! })), "WrongShare");
    for (const share of ["", "0x", `0x${"11".repeat(32)}`, `0x${"11".repeat(34)}`, "garbage"]) {
      await expectBlame(await withAnswer((reveals) => ({ ...reveals, 2: { kind: "seed", share } })), "WrongShare");
    }
  });

  it("are not heard about devices that are no neighbours, or that never shared", async () => {
    const round = await withAnswer((reveals) => ({ ...reveals, 99: reveals[2]!, [LIAR]: reveals[2]! }));
    expect((await unmask(round)).blamed).to.deep.equal([]);
  });

  it("are all named when several lie, and stop the sum when too many do", async () => {
    const round = await play(await enrol(SIZE), INPUTS);
    const lies = (count: number) => {
      const liars = [...round.reveals.keys()].slice(0, count);
      const reveals = new Map(round.reveals);
      for (const liar of liars) {
        const told = Object.entries(reveals.get(liar)!);
        reveals.set(
          liar,
          Object.fromEntries(told.map(([i, reveal]) => [i, { ...reveal, share: flip(reveal.share, 1) }])),
        );
      }
      return { ...round, reveals };
    };
    const three = await unmask(lies(3)); // six of nine honest neighbours are left to each
    expect(three.blamed.map(({ index }) => index)).to.deep.equal([0, 1, 2]);
    const error = await refused(() => unmask(lies(4)));
    expect(error.code).to.equal("TooFewShares");
    expect(error.blamed.map(({ index }) => index)).to.deep.equal([0, 1, 2, 3]);
  });

  it("are named when they deal shares that do not make their own secret, a survivor and a drop-out alike", async () => {
    for (const dealer of [LIAR, DROPPED]) {
      const cohort = await enrol(SIZE);
      const round = await withDealer(cohort, dealer, (shares) =>
        shares.map((share, i) => {
          // each another way, or those that are combined might be the sound ones
          for (let byte = 0; byte < 32; byte++) share[byte]! ^= (i * 37 + byte * 11) & 0xff;
          return share;
        }),
      );
      const error = await refused(() => unmask(round));
      expect([error.code, error.blamed]).to.deep.equal(["BadSharing", [{ index: dealer, why: "BadSharing" }]]);
    }
  });

  it("are named when they give two neighbours one coordinate", async () => {
    const round = await withDealer(await enrol(SIZE), LIAR, (shares) => {
      shares[1]![32] = shares[0]![32]!;
      shares[2]![32] = shares[0]![32]!;
      return shares;
    });
    const error = await refused(() => unmask(round));
    expect([error.code, error.blamed]).to.deep.equal(["BadSharing", [{ index: LIAR, why: "BadSharing" }]]);
  });

  it("are named when they enrolled with another's key or commitment", async () => {
    for (const stolen of ["maskKey", "seedCommitment"] as const) {
      const cohort = await enrol(SIZE);
      const victim = stolen === "maskKey" ? DROPPED : LIAR;
      const keys = { ...cohort.roster[victim]!, [stolen]: cohort.roster[7]![stolen] };
      const round = await play({ ...cohort, roster: cohort.roster.with(victim, keys) }, INPUTS, {
        [DROPPED]: "masking",
      });
      const error = await refused(() => unmask(round));
      expect([error.code, error.blamed]).to.deep.equal(["BadSharing", [{ index: victim, why: "BadSharing" }]]);
    }
  });

  it("cannot put the blame on an honest dealer by revealing what it never sealed", async () => {
    const cohort = await enrol(SIZE);
    const round = await play(cohort, INPUTS);
    const other = await sealShares(partyOf(cohort, 2)); // a second dealing, which nobody was sent
    expect(other[LIAR]).to.not.equal(round.sealed.get(2)![LIAR]);
    const share = (await answer(cohort, { ...round, sealed: new Map(round.sealed).set(2, other) }, LIAR))[2]!;
    const reveals = new Map(round.reveals).set(LIAR, { ...round.reveals.get(LIAR)!, 2: share });
    expect((await unmask({ ...round, reveals })).blamed).to.deep.equal([{ index: LIAR, why: "WrongShare" }]);
  });

  it("are named when what they sent was never a sealed share", async () => {
    const round = await withAnswer((reveals) => reveals);
    const sealed = new Map(round.sealed).set(LIAR, { ...round.sealed.get(LIAR), 2: bytes32(0) });
    expect((await unmask({ ...round, sealed })).blamed).to.deep.equal([{ index: LIAR, why: "BadSharing" }]);
  });

  describe("that seal what nobody can open", () => {
    const NOISE = `0x${"5a".repeat(146)}`;

    /** A round in which the liar seals noise for some of its neighbours, who then leave it out. */
    async function withNoise(receivers: readonly number[]): Promise<Played> {
      const cohort = await enrol(SIZE);
      const honest = await play(cohort, INPUTS, { [DROPPED]: "masking" });
      const noise = Object.fromEntries(receivers.map((receiver) => [receiver, NOISE]));
      const sealed = new Map(honest.sealed).set(LIAR, { ...honest.sealed.get(LIAR), ...noise });
      const reveals = new Map<number, ByIndex<Reveal>>();
      for (const index of honest.reveals.keys()) reveals.set(index, await answer(cohort, { ...honest, sealed }, index));
      return { ...honest, sealed, reveals };
    }

    it("are suspected when they spoil the sum", async () => {
      const error = await refused(async () => unmask(await withNoise([1, 2, 3, 5, 6, 7, 8, 9])));
      expect([error.code, error.blamed]).to.deep.equal(["TooFewShares", [{ index: LIAR, why: "Unopened" }]]);
    });

    it("are suspected from one neighbour more than may collude, and not before", async () => {
      const one = await withNoise([1]); // one in ten may collude: it may be the neighbour that lies
      expect((await unmask(one)).blamed).to.deep.equal([]);
      const two = await withNoise([1, 2]);
      await expectBlame(two, "Unopened");
      expect(isProven({ why: "Unopened" })).to.equal(false);
    });

    it("are not suspected because of neighbours that answer for nobody", async () => {
      const round = await withNoise([1, 2]);
      expect((await unmask({ ...round, reveals: new Map(round.reveals).set(2, {}) })).blamed).to.deep.equal([]);
    });

    it("are not suspected beside what they provably did", async () => {
      const round = await withNoise([1, 2]);
      const reveals = new Map(round.reveals);
      const own = reveals.get(LIAR)!;
      reveals.set(LIAR, { ...own, 3: { kind: "seed", share: flip(own[3]!.share, 0) } });
      await expectBlame({ ...round, reveals }, "WrongShare");
    });
  });

  it("are no reason to add vectors of another length, or of devices that never shared", async () => {
    const round = await play(await enrol(4), INPUTS.slice(0, 4));
    const long = new Map(round.masked).set(1, new BigUint64Array(3));
    expect((await refused(() => unmask({ ...round, masked: long }))).code).to.equal("WrongLength");
    const unshared = new Map([...round.sealed].filter(([index]) => index !== 1));
    expect((await refused(() => unmask({ ...round, sealed: unshared }))).code).to.equal("Contradiction");
  });

  it("are not added up while vectors that the survivors' root counts are missing", async () => {
    const round = await play(await enrol(4), INPUTS.slice(0, 4));
    const [, ...fewer] = round.masked;
    const masked = { has: () => true, keys: () => round.masked.keys(), entries: () => fewer };
    const { code, fault } = await refused(() => unmask({ ...round, masked }));
    expect([code, fault]).to.deep.equal(["Contradiction", "the vectors of devices 0 are not there"]);
  });
});
