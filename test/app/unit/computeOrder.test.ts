import { expect } from "chai";
import { parseEther } from "ethers";
import type { Policy } from "../../../app/screens/compute/dataset/usePolicy.ts";
import { devicesIn } from "../../../app/screens/compute/dataset/devicesIn.ts";
import { noiseOf } from "../../../app/screens/compute/engine/noiseOf.ts";
import { prepareOf } from "../../../app/screens/compute/engine/prepare.ts";
import { type Draft, EMPTY_DRAFT } from "../../../app/screens/compute/order/Draft.ts";
import {
  epsilonInWords,
  isDrowned,
  noiseInWords,
  noiseOfMean,
  normalShare,
} from "../../../app/screens/compute/order/inWords.ts";
import { type OrderContext, readDraft } from "../../../app/screens/compute/order/readDraft.ts";
import type { PoolEvent } from "../../../app/data/pool/poolEvents.ts";

const DEVICES = { count: 56, rows: Array.from({ length: 56 }, () => 30n), most: 31n };
const POLICY: Policy = { left: parseEther("8"), freshAt: undefined, devices: DEVICES };
const CONTEXT: OrderContext = {
  fields: [{ name: "temp", type: "number", nullable: true }],
  terms: { minCohort: 40n, epsilonPerJob: parseEther("4") },
  policy: POLICY,
};

const orderOf = (changes: Partial<Draft> = {}, context: Partial<OrderContext> = {}) => {
  const order = readDraft({ ...EMPTY_DRAFT, ...changes }, { ...CONTEXT, ...context });
  if ("fault" in order) throw new Error(order.fault);
  return order;
};

const faultOf = (changes: Partial<Draft>, context: Partial<OrderContext> = {}): string => {
  const order = readDraft({ ...EMPTY_DRAFT, ...changes }, { ...CONTEXT, ...context });
  return "fault" in order ? order.fault : "none";
};

describe("An order", () => {
  it("is proposed whole: nobody has to type anything", () => {
    const order = orderOf();
    expect(order).to.include({
      bound: 31n * 5n, // rows of the largest, numbers up to 50 in tens
      gasPerRow: undefined,
      epsilon: parseEther("4"),
      minCohort: 40n,
      seconds: 86_400n,
      coordinatorFee: parseEther("5"),
    });
  });

  it("asks for no more privacy than the period has left", () => {
    const policy = { ...POLICY, left: parseEther("1.5") };
    expect(orderOf({}, { policy }).epsilon).to.equal(parseEther("1.5"));
    expect(faultOf({ epsilon: "1.6" }, { policy })).to.match(/budget has left/);
    expect(faultOf({}, { policy: { ...POLICY, left: 0n } })).to.match(/budget of this period is spent/);
  });

  it("keeps to the limit of a job, to the wei", () => {
    expect(orderOf({ epsilon: "4" }).epsilon).to.equal(parseEther("4"));
    expect(faultOf({ epsilon: "4.000000000000000001" })).to.match(/allows for a job/);
    expect(faultOf({ epsilon: "0" })).to.match(/above zero/);
    expect(faultOf({ epsilon: "much" })).to.match(/enter a number/);
    expect(faultOf({ epsilon: "0,5" })).to.equal("Epsilon: Write 0.5");
    expect(faultOf({ fee: "1,5" })).to.equal("Coordinator's fee: Write 1.5");
  });

  it("is exact in a dataset without a privacy policy, and only there", () => {
    const terms = { minCohort: 40n, epsilonPerJob: 0n };
    expect(orderOf({}, { terms }).epsilon).to.equal(0n);
    expect(faultOf({ epsilon: "1" }, { terms })).to.match(/0 in this dataset/);
  });

  it("needs as many providers as the dataset asks for, and no more than there are", () => {
    expect(faultOf({ cohort: "39" })).to.equal("Fewest providers: at least 40");
    expect(orderOf({ cohort: "40" }).minCohort).to.equal(40n);
    expect(orderOf({ cohort: "56" }).minCohort).to.equal(56n);
    expect(faultOf({ cohort: "57" })).to.equal("Only 56 devices could answer");
  });

  it("ends within the 30 days that the contract takes", () => {
    expect(orderOf({ hours: "720" }).seconds).to.equal(30n * 86_400n);
    for (const hours of ["721", "0", "", "1.5"]) expect(faultOf({ hours })).to.match(/^Hours: /);
  });

  it("takes bounds and gas that a task takes", () => {
    expect(orderOf({ bound: "9007199254740992" }).bound).to.equal(2n ** 53n);
    for (const bound of ["0", "9007199254740993", "-1"]) expect(faultOf({ bound })).to.match(/^Bound: /);
    expect(orderOf({ gasPerRow: "1000000000000" }).gasPerRow).to.equal(10n ** 12n);
    for (const gasPerRow of ["0", "1000000000001"]) expect(faultOf({ gasPerRow })).to.match(/^Gas for each row: /);
  });

  it("takes a program of one's own that exports map", () => {
    const own = {
      source: "export function map(rows) { return [rows.length, 1]; }",
      params: "{}",
      fields: "temp, ",
      length: "2",
    };
    expect(orderOf({ word: "own", own }).choice).to.deep.include({ fields: ["temp"], params: {}, length: 2 });
    expect(faultOf({ word: "own", own: { ...own, source: " " } })).to.equal("Paste or drop a program");
    expect(faultOf({ word: "own", own: { ...own, source: "function map() {}" } })).to.match(/must export/);
    expect(faultOf({ word: "own", own: { ...own, params: "{" } })).to.match(/JSON/);
    for (const length of ["0", "65537"]) expect(faultOf({ word: "own", own: { ...own, length } })).to.match(/65536/);
    expect(faultOf({ word: "own", own: { ...own, length: "65536" } })).to.equal("none");
  });
});

describe("A prepared order", () => {
  const prepared = async (changes: Partial<Draft> = {}) => {
    const { choice, bound, gasPerRow, epsilon, minCohort } = orderOf(changes);
    const prepare = await prepareOf(choice.word);
    return prepare({ choice, bound, gasPerRow, epsilon, minCohort, rows: DEVICES.rows });
  };

  it("has room for every device's bill, each rounded up to a unit", async () => {
    expect((await prepared()).units).to.equal(56n * 3n); // 30 rows at a tenth of a unit
    expect((await prepared({ gasPerRow: "100001" })).units).to.equal(56n * 4n);
  });

  it("says how far noise moves the answer, more for a larger bound and a smaller epsilon", async () => {
    const [usual, loose, private_] = [
      await prepared(),
      await prepared({ bound: "1550" }),
      await prepared({ epsilon: "2" }),
    ];
    expect(loose.noise.deviation / usual.noise.deviation).to.be.closeTo(10, 0.1);
    expect(private_.noise.deviation / usual.noise.deviation).to.be.closeTo(2, 0.1);
  });

  it("counts on no more devices than a noisy round has room for, those with most records", async () => {
    const prepare = await prepareOf("mean");
    const rows = [...DEVICES.rows, 1_000n];
    const order = { ...orderOf(), minCohort: 4n, rows };
    const noisy = prepare(order);
    expect([noisy.noise.devices, noisy.units]).to.deep.equal([40, 39n * 3n + 100n]);
    const exact = prepare({ ...order, epsilon: 0n });
    expect([exact.noise.devices, exact.units]).to.deep.equal([57, 56n * 3n + 100n]);
  });

  it("is refused when too few would be left that are honest", () => {
    const job = { epsilon: parseEther("1"), minCohort: 2n };
    expect(() => noiseOf({ job, task: { output: { length: 1, bound: "1" } }, devices: 56 })).to.throw(/may collude/);
  });
});

describe("Privacy in words", () => {
  it("gives the best guess whether somebody took part", () => {
    expect(normalShare(0)).to.be.closeTo(0.5, 1e-7);
    expect(normalShare(0.5)).to.be.closeTo(0.6914625, 1e-6);
    expect(normalShare(-2)).to.be.closeTo(0.0227501, 1e-6);
    expect(epsilonInWords(parseEther("1"))).to.match(/69[.,]1/);
    expect(epsilonInWords(0n)).to.match(/exact/);
  });

  it("tells the noise of sums in the field's unit and of counts in records", () => {
    const noise = { deviation: 10, devices: 56 };
    const mean = { word: "mean", values: { scale: 0.1 } } as const;
    expect(noiseInWords(mean, noise)).to.contain("± 196 in each sum, ± 19.6 in each count of records, with 56 devices");
    expect(noiseInWords(mean, { deviation: 0, devices: 56 })).to.match(/the sum is exact/);
  });

  it("tells the noise of a mean from that of its sum and its count", () => {
    expect(noiseOfMean([0n, 100n], 0.1, 1)).to.equal("± 0.196"); // 1.96 * 10 / 100
    expect(noiseOfMean([100n, 100n], 1, 1)).to.equal("± 0.0277"); // 1.96 * sqrt(2) / 100
    expect(noiseOfMean([100n, -1n], 1, 1)).to.equal(undefined);
    expect(noiseOfMean([100n, 0n], 1, 1)).to.equal(undefined);
  });
});

describe("Devices of a pool", () => {
  const contribute = (contentTag: string, kind: bigint, units: bigint) =>
    ({ name: "Contribute", args: { contentTag, contribution: { kind, units } } }) as unknown as PoolEvent;
  const revoke = (contentTag: string) => ({ name: "Revoke", args: { contentTag } }) as unknown as PoolEvent;
  const slash = (newer: string) => ({ name: "SlashDuplicate", args: { newer } }) as unknown as PoolEvent;

  it("are the contributions that stay where they are and were neither revoked nor slashed", () => {
    const events = [
      contribute("a", 0n, 30n),
      contribute("b", 1n, 99n),
      contribute("c", 0n, 28n),
      contribute("d", 0n, 31n),
      revoke("c"),
      slash("d"),
    ];
    expect(devicesIn(events)).to.deep.equal({ count: 1, rows: [30n], most: 30n });
    expect(devicesIn([])).to.deep.equal({ count: 0, rows: [], most: 0n });
  });
});

describe("Noise", () => {
  it("drowns an answer where it moves a count by more than half of the records, 19 times of 20", () => {
    const count = { word: "count", values: {} } as unknown as Parameters<typeof isDrowned>[0];
    const noise = { deviation: 100, devices: 5 } as Parameters<typeof isDrowned>[1]; // 196 records
    expect(isDrowned(count, noise, 391n)).to.equal(true);
    expect(isDrowned(count, noise, 392n)).to.equal(false);
  });

  it("is not judged where a program's numbers are its own", () => {
    const own = { word: "own" } as Parameters<typeof isDrowned>[0];
    expect(isDrowned(own, { deviation: 1e9, devices: 5 } as Parameters<typeof isDrowned>[1], 1n)).to.equal(false);
  });
});
