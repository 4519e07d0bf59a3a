import { ZeroAddress } from "ethers";
import { expect } from "chai";
import { attester } from "#sdk";
import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import { type Draft, EMPTY_DRAFT } from "../../../app/screens/launch/Draft.ts";
import { documentOf } from "../../../app/screens/launch/documentOf.ts";
import { fieldsOfFile } from "../../../app/screens/launch/fieldsOfFile.ts";
import { priceBounds } from "../../../app/screens/launch/priceBounds.ts";
import { readDraft } from "../../../app/screens/launch/readDraft.ts";
import { readTerm } from "../../../app/screens/launch/readTerm.ts";
import { firstFault, leftIn, STEPS } from "../../../app/screens/launch/STEPS.ts";
import { type TermName, TERMS } from "../../../app/screens/launch/TERMS.ts";
import { addressOf, sdkWorld } from "../../fixtures/sdk.ts";

const NOW = 1_795_824_000n; // 2026-11-28, unix seconds
const ATTESTERS = [`0x${"1".repeat(40)}`, `0x${"2".repeat(40)}`, `0x${"3".repeat(40)}`];

const COMPLETE: Draft = {
  ...EMPTY_DRAFT,
  name: "Weather of Zurich",
  symbol: "WTHR",
  description: "Hourly temperatures",
  creatorName: "Ada",
  keywords: "weather, climate",
  fields: [{ name: "celsius", type: "number", nullable: false, description: "degrees" }],
  requirements: "Measured, not modelled",
  usageScenarios: "Forecasts",
  potentialCustomers: "Farmers",
  attesters: ATTESTERS,
};

const withTerm = (name: TermName, text: string): Draft => ({
  ...COMPLETE,
  terms: { ...COMPLETE.terms, [name]: text },
});

const faultsOf = (draft: Draft) => readDraft(draft, NOW).faults;

describe("A launch that is being typed", () => {
  it("needs nothing but words and attesters: every number has a default", () => {
    expect(faultsOf({ ...EMPTY_DRAFT, terms: COMPLETE.terms })).to.have.all.keys(
      "name symbol description creatorName keywords fields requirements usageScenarios potentialCustomers attesters".split(
        " ",
      ),
    );
    expect(faultsOf(COMPLETE)).to.deep.equal({});
  });

  it("becomes the terms of the contract", () => {
    const { terms } = readDraft(COMPLETE, NOW);
    expect(terms).to.deep.include({ name: "Weather of Zurich", symbol: "WTHR", supply: 10n ** 24n });
    expect(terms?.lockedUntil).to.equal(NOW + 365n * 86_400n);
    expect(terms?.makerFeeShare).to.equal(1_667n);
    expect(terms?.pool).to.deep.include({ gate: ZeroAddress, arbiter: ZeroAddress, staking: true, listed: true });
    expect(terms?.pool).to.not.have.any.keys("supply", "lock");
  });

  it("wants more than half of the attesters unless told otherwise", () => {
    const hashOf = (draft: Draft) => readDraft(draft, NOW).terms?.pool.attesterSet;
    expect(hashOf(COMPLETE)).to.equal(attester.attesterSet(ATTESTERS, 2n).hash);
    expect(hashOf({ ...COMPLETE, threshold: "3" })).to.equal(attester.attesterSet(ATTESTERS, 3n).hash);
    expect(faultsOf({ ...COMPLETE, threshold: "4" })).to.have.all.keys("threshold");
    expect(faultsOf({ ...COMPLETE, threshold: "0" })).to.have.all.keys("threshold");
    expect(faultsOf({ ...COMPLETE, threshold: "two" })).to.have.all.keys("threshold");
  });

  it("refuses a symbol of 32 bytes and takes one of 31", () => {
    expect(faultsOf({ ...COMPLETE, symbol: "é".repeat(16) })).to.have.all.keys("symbol");
    expect(faultsOf({ ...COMPLETE, symbol: `${"é".repeat(15)}x` })).to.deep.equal({});
    expect(faultsOf({ ...COMPLETE, symbol: "W\u0007" })).to.have.all.keys("symbol");
  });

  it("refuses two fields of one name", () => {
    const [field] = COMPLETE.fields;
    const twice = { ...COMPLETE, fields: [field!, { ...field!, name: "CELSIUS" }] };
    expect(faultsOf(twice).fields).to.match(/appears twice/);
  });

  it("refuses numbers that do not go together", () => {
    expect(faultsOf(withTerm("supply", "599999.999999999999999999"))).to.have.all.keys("supply");
    expect(faultsOf(withTerm("supply", "600000"))).to.deep.equal({});
    expect(faultsOf({ ...withTerm("supply", "100000"), rewardInBase: true })).to.deep.equal({});
    expect(faultsOf(withTerm("unbonding", "2.9"))).to.have.all.keys("unbonding");
    expect(faultsOf(withTerm("unbonding", "3"))).to.deep.equal({});
    expect(faultsOf(withTerm("epsilonPerJob", "10.1"))).to.have.all.keys("epsilonPerPeriod");
    expect(faultsOf(withTerm("maxIncentive", "500001"))).to.have.all.keys("maxIncentive");
    const dust = { ...COMPLETE.terms, liquidityData: "0.000000000000001", liquidityBase: "0.000000000000001" };
    expect(faultsOf({ ...COMPLETE, terms: dust })).to.have.all.keys("liquidityBase");
  });

  it("tells which step is next and what is left in each", () => {
    const { faults } = readDraft({ ...COMPLETE, symbol: "", attesters: [] }, NOW);
    expect(firstFault(faults)?.step.word).to.equal("describe");
    expect(STEPS.map((step) => leftIn(step, faults))).to.deep.equal([1, 0, 0, 0, 0, 1, 0]);
    expect(firstFault({})).to.equal(undefined);
  });

  it("asks for every number in some step", () => {
    const asked = STEPS.flatMap(({ names }) => names as readonly string[]);
    expect(asked).to.include.members(Object.keys(TERMS));
    expect(new Set(asked).size).to.equal(asked.length);
  });
});

describe("A number that is typed", () => {
  it("is read in its unit", () => {
    expect(readTerm("16.67", TERMS.makerFeeShare)).to.deep.equal({ value: 1_667n });
    expect(readTerm("0.5", TERMS.challengeWindow)).to.deep.equal({ value: 43_200n });
    expect(readTerm("48", TERMS.similarityLanes)).to.deep.equal({ value: 48n });
    expect(readTerm("1,000.5", TERMS.supply)).to.deep.equal({ value: 1_000_500_000_000_000_000_000n });
  });

  it("is refused beyond its bounds, and at them taken", () => {
    expect(readTerm("50", TERMS.makerFeeShare)).to.deep.equal({ value: 5_000n });
    expect(readTerm("50.01", TERMS.makerFeeShare)).to.deep.equal({ fault: "At most 50 is possible" });
    expect(readTerm("31", TERMS.similarityLanes)).to.deep.equal({ fault: "At least 32 is needed" });
    expect(readTerm("16,67", TERMS.makerFeeShare)).to.deep.equal({ fault: "Write 16.67" });
    expect(readTerm("16.675", TERMS.makerFeeShare)).to.deep.equal({ fault: "Write fewer digits behind the point" });
    for (const text of ["", "-1", "1e3", "many"]) expect(readTerm(text, TERMS.supply)).to.have.key("fault");
  });
});

describe("The description of a launch", () => {
  it("is a document that the store and the chain take", () => {
    const document = documentOf(COMPLETE, NOW);
    expect(document.datePublished).to.equal("2026-11-28");
    expect(document.keywords).to.deep.equal(["weather", "climate"]);
    expect(metadataDigest(document)).to.match(/^0x[0-9a-f]{64}$/);
    expect(metadataDigest(documentOf(COMPLETE, NOW + 1n))).to.equal(metadataDigest(document));
  });

  it("takes its fields from a sample of the records", async () => {
    const file = { name: "Sample.CSV", text: async () => "day,celsius\n2026-01-01,1.5\n2026-01-02,\n" };
    expect(await fieldsOfFile(file)).to.deep.equal([
      { name: "day", type: "date", nullable: false, description: "" },
      { name: "celsius", type: "number", nullable: true, description: "" },
    ]);
    const picture = fieldsOfFile({ name: "sample.png", text: async () => "" });
    expect(await picture.catch((error: Error) => error.message)).to.match(/cannot be read/);
  });
});

describe("The price that a launch promises", () => {
  it("is the one that the contract reckons afterwards", async () => {
    const { maker } = await sdkWorld();
    const draft = { ...COMPLETE, attesters: [await addressOf(maker)] };
    const { launch } = await import("#sdk/actions/dataset/launch.ts");
    const { show } = await import("#sdk/actions/dataset/show.ts");
    const { terms } = readDraft(draft, BigInt(Math.floor(Date.now() / 1_000)));
    const metadata = metadataDigest(documentOf(draft, NOW));
    const { result } = await launch(maker, { ...terms!, metadata });
    const shown = await show(maker, { token: result.token });
    const { supply, liquidityData, liquidityBase, pool } = terms!;
    const bounds = priceBounds({ supply, liquidityData, liquidityBase, rewards: pool.allocation });
    expect(shown.launch.priceX128).to.equal(bounds.firstX128);
    expect(shown.launch.floorPriceX128).to.equal(bounds.soldX128);
    expect(shown.launch.exitFloorPriceX128).to.equal(bounds.exitX128);
    expect(bounds.lockedX128 > bounds.soldX128 && bounds.lockedX128 < bounds.firstX128).to.equal(true);
  });

  it("cannot fall while locked if rewards are in ALITA", () => {
    const bounds = priceBounds({ supply: 10n, liquidityData: 5n, liquidityBase: 20n, rewards: 0n });
    expect(bounds.lockedX128).to.equal(bounds.firstX128);
  });
});
