import { expect } from "chai";
import {
  type ByIndex,
  type DeviceStatus,
  type ReduceError,
  revealShares,
  sealShares,
  unmask,
} from "#sdk/reduce/index.ts";
import { createPlaces } from "#sdk/reduce/cohort/createPlaces.ts";
import { refused } from "./refused.ts";
import { bytes32, type Cohort, enrol, partyOf, plainSum, play, sealedFor, statusesFor } from "./simulate.ts";

const INPUTS = Array.from({ length: 10 }, (_, i) => [BigInt(i)]);

/** A device about to reveal, and its round; the coordinator may say what it likes. */
async function ready(index = 4) {
  const cohort = await enrol(10);
  const round = await play(cohort, INPUTS, { 0: "masking", 1: "sharing" });
  const party = { ...partyOf(cohort, index), sealedFrom: sealedFor(round.sealed, index) };
  const statuses: ByIndex<DeviceStatus> = statusesFor(round, party);
  const code = async (change: ByIndex<DeviceStatus | undefined>) => {
    const told = { ...statuses, ...change } as ByIndex<DeviceStatus>;
    return (await refused(() => revealShares({ ...party, statuses: told }))).code;
  };
  return { cohort, round, party, statuses, code };
}

describe("answer to the posted survivors", () => {
  it("gives of each neighbour one secret's share: the seed's if it delivered, the key's if it dropped out", async () => {
    const { party, statuses } = await ready();
    const reveals = await revealShares({ ...party, statuses });
    expect(Object.keys(reveals).map(Number)).to.deep.equal([0, 2, 3, 5, 6, 7, 8, 9]);
    expect(reveals[0]!.kind).to.equal("key");
    for (const index of [2, 3, 5, 6, 7, 8, 9]) expect(reveals[index]!.kind).to.equal("seed");
  });

  it("gives no secret of a device that it was told to have no mask with", async () => {
    const { code } = await ready();
    expect(await code({ 1: "shared" })).to.equal("Contradiction");
    expect(await code({ 1: "delivered" })).to.equal("Contradiction");
  });

  it("is refused when a neighbour that shared is said never to have done so: others would have its mask in mind", async () => {
    const { code } = await ready();
    expect(await code({ 0: "absent" })).to.equal("Contradiction");
    expect(await code({ 5: "absent" })).to.equal("Contradiction");
  });

  it("is refused when the device itself is said never to have shared", async () => {
    const { code, party } = await ready();
    expect(await code({ [party.index]: "absent" })).to.equal("Contradiction");
  });

  it("is refused when a status is missing or none", async () => {
    const { code, party } = await ready();
    expect(await code({ 7: undefined })).to.equal("Contradiction");
    expect(await code({ [party.index]: undefined })).to.equal("Contradiction");
  });

  it("is given to a coordinator that says a neighbour dropped out which did not: its vector stays hidden", async () => {
    const { cohort, round } = await ready();
    const withoutFive = new Map([...round.masked].filter(([index]) => index !== 5));
    const posted = { ...round, masked: withoutFive };
    const reveals = new Map<number, Awaited<ReturnType<typeof revealShares>>>();
    for (const index of round.masked.keys()) {
      const party = { ...partyOf(cohort, index), sealedFrom: sealedFor(round.sealed, index) };
      reveals.set(index, await revealShares({ ...party, statuses: statusesFor(posted, party) }));
    }
    const all = { ...posted, reveals };
    expect((await unmask(all)).sum).to.deep.equal(plainSum(INPUTS, withoutFive.keys()));
    // now the coordinator wants the vector of 5 as well: every share that there is of 5 is of its key
    const error = await refused(() => unmask({ ...all, masked: round.masked }));
    expect(error.code).to.equal("TooFewShares");
    expect([...reveals.values()].filter((reveal) => reveal[5]?.kind === "seed")).to.deep.equal([]);
  });

  it("cannot be had both ways even if half the devices were shown another root", async () => {
    const { cohort, round } = await ready();
    const other = { ...round, masked: new Map([...round.masked].filter(([index]) => index !== 5)) };
    const kinds: string[] = [];
    for (const index of [2, 3, 4, 6, 7, 8, 9]) {
      const party = { ...partyOf(cohort, index), sealedFrom: sealedFor(round.sealed, index) };
      const shown = index % 2 === 0 ? round : other;
      kinds.push((await revealShares({ ...party, statuses: statusesFor(shown, party) }))[5]!.kind);
    }
    const count = (kind: string) => kinds.filter((found) => found === kind).length;
    const colluding = 1; // who holds a share of both
    expect(Math.min(count("seed"), count("key")) + colluding).to.be.below(cohort.threshold);
  });

  it("is refused when so many neighbours are said to have dropped out that somebody could be cut off", async () => {
    const { code, party, statuses } = await ready();
    const dropped = (...indexes: number[]) => Object.fromEntries(indexes.map((index) => [index, "shared" as const]));
    expect(Object.keys(await revealShares({ ...party, statuses: { ...statuses, ...dropped(2) } }))).to.have.length(8);
    expect(await code(dropped(2, 3))).to.equal("TooFewNeighbours"); // 5 of 6
  });

  it("leaves out shares that do not open, and the sum comes about without them", async () => {
    const { cohort, round, party, statuses } = await ready();
    const garbage = { ...party.sealedFrom, 3: `0x${"5a".repeat(146)}`, 5: "0x", 6: "not hex" };
    const reveals = await revealShares({ ...party, sealedFrom: garbage, statuses });
    expect(Object.keys(reveals).map(Number)).to.deep.equal([0, 2, 7, 8, 9]);
    const { sum, blamed } = await unmask({ ...round, reveals: new Map(round.reveals).set(party.index, reveals) });
    expect([sum, blamed]).to.deep.equal([plainSum(INPUTS, round.masked.keys()), []]);
    expect(cohort.threshold).to.equal(6);
  });

  it("takes no shares of another round, another sender or another receiver for its own", async () => {
    const { cohort, party, statuses } = await ready();
    const replayed = await sealShares({ ...partyOf(cohort, 3), round: bytes32(0xcc) });
    const mine = await sealShares(partyOf(cohort, 3));
    for (const sealed of [replayed[party.index]!, mine[5]!, party.sealedFrom[7]!]) {
      const reveals = await revealShares({ ...party, sealedFrom: { ...party.sealedFrom, 3: sealed }, statuses });
      expect(reveals).to.not.have.property("3");
    }
    const fresh = { ...party.sealedFrom, 3: mine[party.index]! };
    expect(await revealShares({ ...party, sealedFrom: fresh, statuses })).to.have.property("3");
  });

  it("is refused when a device is said to be its own neighbour, or one's twice", async () => {
    const { party, statuses } = await ready();
    const self = { index: party.index, keys: party.neighbours[0]!.keys };
    for (const neighbours of [
      [...party.neighbours, self],
      [...party.neighbours, party.neighbours[0]!],
    ]) {
      const error = await refused(() => revealShares({ ...party, neighbours, statuses }));
      expect(error.code).to.equal("NotAPosition");
      expect((await refused(() => sealShares({ ...party, neighbours }))).code).to.equal("NotAPosition");
    }
  });

  it("is refused when shares came from a device that is no neighbour", async () => {
    const { party, statuses } = await ready();
    const sealedFrom = { ...party.sealedFrom, 77: party.sealedFrom[3]! };
    expect((await refused(() => revealShares({ ...party, sealedFrom, statuses }))).code).to.equal("NotAPosition");
  });

  describe("protects whom a coordinator would single out by calling others dropped out", function () {
    this.timeout(20_000);
    const SIZE = 100;
    const COLLUDING = 5; // whose shares the coordinator has in any case

    /** How many neighbours of a device answer when exactly those in the places are said to have dropped out. */
    async function willing(cohort: Cohort, device: number, dropped: ReadonlySet<number>): Promise<number> {
      const places = createPlaces(SIZE, cohort.graph.seed);
      const statusOf = (index: number): DeviceStatus => (dropped.has(places.placeOf(index)) ? "shared" : "delivered");
      const answers = partyOf(cohort, device).neighbours.map(async ({ index }) => {
        const party = partyOf(cohort, index);
        const all = [index, ...party.neighbours.map((neighbour) => neighbour.index)];
        const sealedFrom = Object.fromEntries(party.neighbours.map((neighbour) => [neighbour.index, "0x"]));
        const statuses = Object.fromEntries(all.map((other) => [other, statusOf(other)]));
        return revealShares({ ...party, sealedFrom, statuses }).then(
          () => 1,
          (error: ReduceError) => (error.code === "TooFewNeighbours" ? 0 : 1),
        );
      });
      return (await Promise.all(answers)).reduce((sum: number, one) => sum + one, 0);
    }

    const places = (from: number, count: number) => Array.from({ length: count }, (_, i) => (from + i + SIZE) % SIZE);

    it("a device of which all neighbours are said to be gone", async () => {
      const cohort = await enrol(SIZE);
      const { placeOf } = createPlaces(SIZE, cohort.graph.seed);
      const dropped = new Set([...places(placeOf(7) - 17, 17), ...places(placeOf(7) + 1, 17)]);
      expect((await willing(cohort, 7, dropped)) + COLLUDING).to.be.below(cohort.threshold);
    });

    for (const length of [20, 45]) {
      it(`a group of ${length} that is cut off on both sides: its outermost device stays hidden`, async () => {
        const cohort = await enrol(SIZE);
        const { indexAt } = createPlaces(SIZE, cohort.graph.seed);
        const dropped = new Set([...places(-17, 17), ...places(length, 17)]);
        for (const edge of [indexAt(0), indexAt(length - 1)]) {
          expect((await willing(cohort, edge, dropped)) + COLLUDING).to.be.below(cohort.threshold);
        }
      });
    }

    it("nobody, when a tenth really drop out here and there", async () => {
      const cohort = await enrol(SIZE);
      expect(await willing(cohort, 7, new Set(places(0, 10).map((i) => 10 * i)))).to.equal(cohort.graph.degree);
    });
  });
});
