import { existsSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { hexlify, parseEther, randomBytes } from "ethers";
import { type Cli, type Json, startCli } from "../utils/cli.ts";

const DAY = 24 * 60 * 60;

/** Readings of one station: as many records as a contribution has. */
function readings(station: string, seed: number): string {
  const rows = Array.from({ length: 300 }, (_, i) => {
    const day = new Date(Date.UTC(2026, 0, 1) + i * DAY * 1_000).toISOString().slice(0, 10);
    return `${day},${station}-${(i * seed) % 97},${((i * i * seed) % 4_001) / 10}`;
  });
  return ["day,sensor,temperature", ...rows].join("\n");
}

const MAKER = "0";
const ALICE = "1";
const BOB = "2";
const CONSUMER = "3";
const COORDINATOR = "4";
const ATTESTERS = "5,6,7";

describe("the commands, from an empty chain to a paid computation", () => {
  const [aliceKey, bobKey, attesterKey] = [1, 2, 3].map(() => hexlify(randomBytes(32)));
  const keys = { alice: aliceKey!, bob: bobKey!, attesters: attesterKey! };
  let cli: Cli;
  let dataset: Json;
  let alicesTag: string;
  let bobsTag: string;
  let job: string;
  const address = async (account: string) => (await cli.provider.getSigner(Number(account))).address;

  before(async () => {
    cli = await startCli();
    cli.write("alice.csv", readings("north", 7));
    cli.write("bob.csv", readings("south", 13));
    cli.write("alice.key", `${keys.alice}\n`);
  });

  after(() => cli.stop());

  it("deploys, and the second time finds everything in place", async () => {
    const first = await cli.json("deploy");
    expect(first.transactions).to.be.greaterThan(8);
    const file = JSON.parse(readFileSync(cli.deployment, "utf8"));
    expect(file).to.include({ chainId: 31337, rpcUrl: cli.url });

    const second = await cli.json("deploy");
    expect(second).to.deep.include({ transactions: 0, addresses: first.addresses });
    await cli.fund(first.addresses.Alita, [1, 2, 3, 4, 5, 6, 7], parseEther("5000"));
  });

  it("bonds three attesters", async () => {
    for (const from of ATTESTERS.split(",")) {
      const { result } = await cli.json("attester register", { amount: "1000", from });
      expect(result).to.include({ bond: parseEther("1000").toString() });
    }
    expect(await cli.json("attester show", { attester: "5" })).to.include({ active: true });
  });

  it("describes and launches a dataset at the predicted place", async () => {
    const out = cli.file("weather.json");
    await cli.json("dataset describe", { file: cli.file("alice.csv"), name: "Weather", description: "Readings", out });
    const { digest } = await cli.json("dataset describe", { check: out });

    const launch = { name: "Weather", symbol: "WTHR", metadata: out, attesters: ATTESTERS, threshold: "2" };
    const predicted = await cli.json("dataset predict", launch);
    const { result, quote } = await cli.json("dataset launch", launch);
    dataset = result;
    expect(dataset).to.include({ token: predicted.token, pair: predicted.pair, pool: predicted.pool });
    expect(quote.params.metadata).to.equal(digest);
    expect((await cli.json("dataset list")).datasets).to.have.length(1);
  });

  it("contributes with attesters of the same network", async () => {
    const { result, quote } = await cli.json("pool contribute", {
      dataset: "WTHR",
      file: cli.file("alice.csv"),
      key: `@${cli.file("alice.key")}`,
      metadata: cli.file("weather.json"),
      attesters: "5,6",
      attesterKey: keys.attesters,
      from: ALICE,
    });
    alicesTag = result.contentTag;
    expect(BigInt(result.quality)).to.be.greaterThan(5_000n);
    expect(result.reward).to.equal(((parseEther("1000") * BigInt(result.quality)) / 10_000n).toString());
    expect(quote.reward).to.equal(result.reward);
  });

  it("contributes in steps, with attesters on other machines", async () => {
    const made = { file: cli.file("bob.csv"), key: keys.bob };
    await cli.json("pool contribute", { dataset: "Weather", ...made, out: cli.file("c.json"), from: BOB });
    for (const from of ["6", "7"]) {
      await cli.json("attester attest", {
        contribution: cli.file("c.json"),
        ...made,
        attesterKey: keys.attesters,
        out: cli.file(`a${from}.json`),
        from,
      });
    }
    const attestations = `${cli.file("a7.json")},${cli.file("a6.json")}`;
    const { result } = await cli.json("pool contribute", { dataset: dataset.token, attestations, from: BOB });
    bobsTag = result.contentTag;
    expect(result).to.include({ provider: await address(BOB), number: "2" });
  });

  it("buys and sells at the quoted price", async () => {
    const { quote } = await cli.json("market quote", { dataset: "WTHR", spend: "100" });
    const bought = await cli.json("market buy", { dataset: "WTHR", spend: "100", from: CONSUMER });
    expect(bought.result).to.deep.equal({ amountIn: parseEther("100").toString(), amountOut: quote.amountOut });
    const sold = await cli.json("market sell", { dataset: "WTHR", receive: "12.5", from: CONSUMER });
    expect(sold.result.amountOut).to.equal(parseEther("12.5").toString());
  });

  it("claims after the challenge window and stakes", async () => {
    expect(await cli.fault("pool claim", { dataset: "WTHR", from: ALICE })).to.match(/has no reward to take now/);
    await cli.wait(4 * DAY);
    const claimed = await cli.json("pool claim", { dataset: "WTHR", stake: "100", from: ALICE });
    expect(claimed.quote.contentTags).to.deep.equal([alicesTag]);
    expect(claimed.result.staked).to.equal(parseEther("100").toString());
    const { result } = await cli.json("pool stake", { dataset: "WTHR", amount: "50", from: ALICE });
    expect(result.staked).to.equal(parseEther("150").toString());
  });

  it("offers a licence at a price of its own, votes, and accepts it", async () => {
    const offer = { dataset: "WTHR", buyer: CONSUMER, price: "5", voteBudget: "1" };
    const { result } = await cli.json("pool propose", { ...offer, from: MAKER });
    // the maker holds far above 60 % of the stake: nothing is left to vote on
    expect(result.ballot.needed).to.equal("0");
    const vote = { dataset: "WTHR", proposal: result.id, support: "yes", from: ALICE };
    expect(await cli.fault("pool vote", vote)).to.contain("passed without a vote");

    await cli.json("pool accept", { dataset: "WTHR", proposal: result.id, from: CONSUMER });
    const { account } = await cli.json("pool show", { dataset: "WTHR", from: CONSUMER });
    expect(BigInt(account.licensedUntil)).to.be.greaterThan(0n);
    const { result: revenue } = await cli.json("pool revenue", { dataset: "WTHR", from: ALICE });
    expect(BigInt(revenue.amount)).to.be.greaterThan(0n);
  });

  it("updates a contribution by new records, with stake at risk", async () => {
    cli.write("later.csv", readings("east", 29));
    const update = {
      dataset: "WTHR",
      parent: alicesTag,
      parentFile: cli.file("alice.csv"),
      file: cli.file("later.csv"),
      key: keys.alice,
      attesters: "5,6",
      attesterKey: keys.attesters,
    };
    const { result } = await cli.json("pool update", { ...update, from: ALICE });
    expect(result).to.include({ novelty: "10000", number: "3" });
    expect(result.contribution.parent).to.equal(alicesTag);
    expect((await cli.json("pool slash", { dataset: "WTHR" })).duplicates).to.deep.equal([]);
  });

  it("proves a near copy and takes the bounty", async () => {
    cli.write("copy.csv", readings("south", 13).replace("south-26", "south-27"));
    const { result: copy } = await cli.json("pool contribute", {
      dataset: "WTHR",
      file: cli.file("copy.csv"),
      key: keys.alice,
      attesters: "5,7",
      attesterKey: keys.attesters,
      from: CONSUMER,
    });
    const { duplicates } = await cli.json("pool slash", { dataset: "WTHR" });
    expect(duplicates).to.have.length(1);
    expect(duplicates[0]).to.include({ older: bobsTag, newer: copy.contentTag });
    const { older, newer } = duplicates[0];
    const { result } = await cli.json("pool slash", { dataset: "WTHR", older, newer, from: BOB });
    expect(result).to.include({ offender: await address(CONSUMER), forfeited: copy.reward });
  });

  it("asks the stakers where the maker holds no more than 60 % of all stake", async () => {
    const launch = { name: "Small", symbol: "SMLL", metadata: cli.file("weather.json"), attesters: ATTESTERS };
    await cli.json("dataset launch", { ...launch, threshold: "1", allocation: "1000" });
    cli.write("small.csv", readings("west", 31));
    await cli.json("pool contribute", {
      dataset: "SMLL",
      file: cli.file("small.csv"),
      key: keys.bob,
      attesters: "5",
      attesterKey: keys.attesters,
      from: BOB,
    });
    await cli.wait(4 * DAY);
    await cli.json("pool claim", { dataset: "SMLL", stake: "900", from: BOB });

    const { result } = await cli.json("pool propose", { dataset: "SMLL", minQuality: "75.5", voteBudget: "3" });
    expect(result.ballot.needed).to.equal((parseEther("140") + 1n).toString()); // more than 60 % of 1,900, less 1,000
    const vote = { dataset: "SMLL", proposal: result.id };
    expect(await cli.fault("pool execute", vote)).to.contain("140");
    const voted = await cli.json("pool vote", { ...vote, from: BOB });
    expect(voted.result).to.include({ weight: parseEther("900").toString(), needed: "0" });
    const { result: executed } = await cli.json("pool execute", vote);
    const { status: before } = await cli.json("pool show", { dataset: "SMLL" });
    expect(before.minQuality).to.not.equal("7550");
    expect(before.coming.minQuality).to.eql({ value: "7550", from: executed.from });
    await cli.wait(3 * DAY);
    const { status } = await cli.json("pool show", { dataset: "SMLL" });
    expect(status.minQuality).to.equal("7550");
    expect(status.coming).to.eql({});
    const rewards = await cli.json("pool revenue", { dataset: "SMLL", votes: result.id, from: BOB });
    expect(rewards.result.amount).to.equal(parseEther("3").toString());
  });

  it("opens a job, settles it with the consumer's consent, and pays both providers", async () => {
    cli.write("program.js", "mean(temperature)");
    cli.write("result.json", '{"mean":12}');
    const opened = await cli.json("compute open", {
      dataset: "WTHR",
      units: "1000",
      program: cli.file("program.js"),
      coordinator: COORDINATOR,
      fee: "2",
      pay: "base",
      from: CONSUMER,
    });
    job = opened.result.jobId;
    const [alice, bob] = [await address(ALICE), await address(BOB)];
    const payouts = [
      { provider: alice, contribution: alicesTag, units: 300 },
      { provider: bob, contribution: bobsTag, units: 400 },
    ];
    cli.write("payouts.json", JSON.stringify(payouts));
    const settlement = { job, payouts: cli.file("payouts.json"), result: cli.file("result.json") };
    const { signature } = await cli.json("compute consent", { ...settlement, from: CONSUMER });
    const out = cli.file("settlement.json");
    const settled = await cli.json("compute settle", { ...settlement, consent: signature, out, from: COORDINATOR });
    expect(settled.result).to.include({ units: "700", consented: true });

    const paid = await cli.json("compute claim", { settlements: out, from: ALICE });
    expect(paid.result.base).to.equal(parseEther("0.3").toString());
    await cli.json("compute claim", { settlements: out, provider: BOB, from: MAKER });
    await cli.json("compute claim", { settlements: out, fee: true, from: COORDINATOR });
    const { result: back } = await cli.json("compute refund", { job, from: CONSUMER });
    expect(back.baseAmount).to.equal(parseEther("0.3").toString());
    expect((await cli.json("compute show", { job })).status).to.include({ phase: "Settled", takenUnits: "700" });
  });

  it("disputes another job, and the attesters rule for the consumer", async () => {
    const order = {
      dataset: "WTHR",
      units: "10",
      program: cli.file("program.js"),
      coordinator: COORDINATOR,
      pay: "base",
    };
    const { result } = await cli.json("compute open", { ...order, from: CONSUMER });
    const out = cli.file("wrong.json");
    const wrong = { job: result.jobId, payouts: cli.file("one.json"), result: cli.file("result.json"), out };
    cli.write("one.json", JSON.stringify([{ provider: await address(BOB), contribution: bobsTag, units: 10 }]));
    await cli.json("compute settle", { ...wrong, from: COORDINATOR });
    expect(existsSync(out)).to.equal(true);
    await cli.json("compute dispute", { job: result.jobId, from: CONSUMER });

    const { ruling } = await cli.json("compute rule", { job: result.jobId, out: cli.file("r5.json"), from: "5" });
    const { deadline } = ruling;
    await cli.json("compute rule", { job: result.jobId, deadline, out: cli.file("r6.json"), from: "6" });
    const rulings = `${cli.file("r5.json")},${cli.file("r6.json")}`;
    const resolved = await cli.json("compute resolve", { job: result.jobId, rulings, from: BOB });
    expect(resolved.result.units).to.equal("0");
    expect((await cli.json("compute refund", { job: result.jobId, from: BOB })).result.ended).to.equal(true);
  });

  it("unstakes and withdraws after unbonding", async () => {
    await cli.json("pool unstake", { dataset: "WTHR", amount: "150", from: ALICE });
    await cli.wait(8 * DAY);
    const { result } = await cli.json("pool withdraw", { dataset: "WTHR", from: ALICE });
    expect(result.amount).to.equal(parseEther("150").toString());
  });
});
