import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "chai";
import { id, parseEther } from "ethers";
import { parquetWriteBuffer } from "hyparquet-writer";
import { type Cli, type Options, startCli } from "../utils/cli.ts";

const DAY = 24 * 60 * 60;
const KEY = id("a provider's secret");
const ATTESTERS = id("the attesters' secret");

const records = (seed: number): string =>
  ["number,value", ...Array.from({ length: 250 }, (_, i) => `${i * seed},${(i * i * seed) % 7_919}`)].join("\n");

describe("the commands of traders, makers, relayers and attesters", () => {
  let cli: Cli;
  let alita: string;
  const dataset = "OPEN"; // rewards in ALITA, no stake: the maker decides and re-allocates

  before(async () => {
    cli = await startCli();
    const { addresses } = await cli.json("deploy");
    await cli.fund(addresses.Alita, [1, 2], parseEther("50000"));
    alita = addresses.Alita;
    await cli.json("attester register", { amount: "1000", from: "2" });
    for (const seed of [3, 5, 7]) cli.write(`rows${seed}.csv`, records(seed));
    const metadata = cli.file("open.json");
    await cli.json("dataset describe", {
      file: cli.file("rows3.csv"),
      name: "Open",
      description: "Numbers",
      out: metadata,
    });
    const pool = { rewardInBase: true, noStaking: true, allocation: "5000" };
    const open = { name: "Open", symbol: "OPEN", metadata, lock: "3d", ...pool };
    await cli.json("dataset launch", { ...open, attesters: "2" });
    await cli.json("market buy", { dataset, spend: "1000", from: "1" });
  });

  after(() => cli.stop());

  const contribute = (seed: number, from: string) =>
    cli.json("pool contribute", {
      dataset,
      file: cli.file(`rows${seed}.csv`),
      key: KEY,
      attesters: "2",
      attesterKey: ATTESTERS,
      from,
    });

  /* MARKET */

  it("adds liquidity, removes it, and zaps", async () => {
    const added = await cli.json("market add", { dataset, data: "100", base: "1000", from: "1" });
    expect(added.result).to.include({ data: parseEther("100").toString(), liquidity: added.quote.liquidity });
    const removed = await cli.json("market remove", { dataset, liquidity: "all", from: "1" });
    expect(removed.result).to.deep.equal({ data: removed.quote.data, base: removed.quote.base });
    const zapped = await cli.json("market zap", { dataset, amount: "10", pay: "data", from: "1" });
    expect(zapped.result.liquidity).to.equal(zapped.quote.liquidity);
  });

  it("mints the maker's fee", async () => {
    await cli.json("market buy", { dataset, spend: "500", from: "1" });
    const { fee } = await cli.json("market fees", { dataset });
    expect(BigInt(fee.liquidity)).to.be.greaterThan(0n);
    const { result } = await cli.json("market fees", { dataset, collect: true, from: "1" });
    expect(result.liquidity).to.equal(fee.liquidity);
  });

  it("exchanges one Data Token for another through ALITA, within the quoted bounds", async () => {
    const other = { name: "Other", symbol: "OTHR", metadata: cli.file("open.json"), attesters: "2" };
    await cli.json("dataset launch", other);
    const trade = { dataset, into: "OTHR", from: "1" };
    const dry = await cli.json("market exchange", { ...trade, spend: "5", dryRun: true });
    const { result } = await cli.json("market exchange", { ...trade, spend: "5" });
    expect(result).to.deep.equal({ amountIn: parseEther("5").toString(), amountOut: dry.quote.amountOut });
    const exact = await cli.json("market exchange", { ...trade, receive: "1" });
    expect(exact.result).to.deep.equal({ amountIn: exact.quote.amountIn, amountOut: parseEther("1").toString() });
    expect(await cli.fault("market exchange", { ...trade, into: dataset, spend: "1" })).to.contain("the same dataset");
  });

  /* TOKENS */

  it("shows, sends and destroys tokens", async () => {
    const balance = async (token: string, account: string) =>
      BigInt((await cli.json("token balance", { token, account })).balance);
    const [before, stock] = [await balance("ALITA", "9"), await balance(dataset, "1")];
    const sending = { to: "9", amount: "12.5", from: "1" };
    expect((await cli.json("token transfer", { ...sending, dryRun: true })).quote.amount).to.equal(
      parseEther("12.5").toString(),
    );
    await cli.json("token transfer", sending);
    await cli.json("token transfer", { ...sending, token: alita });
    expect(await balance("ALITA", "9")).to.equal(before + parseEther("25"));
    await cli.json("token transfer", { ...sending, token: dataset });
    await cli.json("token burn", { dataset, amount: "2", from: "9" });
    expect(await balance(dataset, "9")).to.equal(parseEther("10.5"));
    expect(await balance(dataset, "1")).to.equal(stock - parseEther("12.5"));
    expect(await cli.fault("token burn", { dataset, amount: "11", from: "9" })).to.contain("10.5");
  });

  /* MAKER */

  it("publishes a new description, and only the maker may", async () => {
    const publish = { dataset, metadata: cli.file("newer.json") };
    const { uri } = await cli.json("dataset describe", {
      file: cli.file("rows3.csv"),
      name: "Open",
      description: "Numbers, and more of them",
      out: publish.metadata,
    });
    expect(await cli.fault("dataset publish-metadata", { ...publish, from: "1" })).to.contain("Only the maker");
    const { result } = await cli.json("dataset publish-metadata", publish);
    expect(result.version).to.equal("2");
    expect((await cli.json("dataset show", { dataset })).contractUri).to.equal(uri);
  });

  it("releases what was locked at launch when the lock is over, and not before", async () => {
    expect(await cli.fault("dataset release", { dataset, from: "1" })).to.contain("locked until");
    await cli.wait(3 * DAY + 1);
    const { quote } = await cli.json("dataset release", { dataset, dryRun: true });
    const { result } = await cli.json("dataset release", { dataset, from: "1" });
    expect(result).to.include({ maker: quote.maker, data: quote.data, liquidity: quote.liquidity });
    expect(BigInt(result.liquidity)).to.be.greaterThan(0n);
    expect(await cli.fault("dataset release", { dataset })).to.contain("Nothing");
  });

  it("sets price and listing, and tops the allocation up", async () => {
    await cli.json("pool price", { dataset, price: "12.5" });
    await cli.json("pool list-licence", { dataset, off: true });
    expect(await cli.fault("pool buy", { dataset, from: "1" })).to.contain("not on sale");
    await cli.json("pool list-licence", { dataset });
    const { result } = await cli.json("pool buy", { dataset, periods: "2", licensee: "2", from: "1" });
    expect(result).to.include({ paid: parseEther("25").toString() });
    await cli.json("pool revenue", { dataset, maker: true, from: "1" });
    const { result: funded } = await cli.json("pool topup", { dataset, amount: "50" });
    expect(funded.ownerStake).to.equal(parseEther("5050").toString());
  });

  it("changes terms at once where nobody stakes", async () => {
    await cli.json("pool propose", { dataset, unitPrice: "0.002" });
    const { status } = await cli.json("pool show", { dataset });
    expect(status.unitPrice).to.equal(parseEther("0.002").toString());
  });

  it("cancels and rejects offers", async () => {
    const offer = { dataset, buyer: "1", price: "3", expires: "2d" };
    const { result: one } = await cli.json("pool propose", offer);
    await cli.json("pool cancel", { dataset, proposal: one.id });
    const { result: two } = await cli.json("pool propose", offer);
    await cli.json("pool reject", { dataset, proposal: two.id, from: "1" });
    expect(await cli.fault("pool accept", { dataset, proposal: two.id, from: "1" })).to.contain("has ended");
  });

  it("returns the vote budget of an offer on which nobody voted", async () => {
    const offer = { dataset, buyer: "1", price: "3", voteBudget: "2" };
    const { result } = await cli.json("pool propose", offer);
    const reclaim = { dataset, proposal: result.id, from: "1" };
    expect(await cli.fault("pool reclaim", reclaim)).to.contain("still open");
    await cli.json("pool cancel", { dataset, proposal: result.id });
    const { result: back } = await cli.json("pool reclaim", reclaim);
    expect(back.amount).to.equal(parseEther("2").toString());
  });

  it("takes records as Parquet, and they are the same records", async () => {
    const rows = records(5)
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").map(Number));
    const columnData = ["number", "value"].map((name, i) => ({ name, data: rows.map((row) => row[i]!) }));
    writeFileSync(cli.file("rows5.parquet"), new Uint8Array(parquetWriteBuffer({ columnData })));
    const roots = [];
    for (const kind of ["csv", "parquet"]) {
      const out = cli.file(`as-${kind}.json`);
      await cli.json("pool contribute", { dataset, file: cli.file(`rows5.${kind}`), key: KEY, out, from: "3" });
      roots.push(JSON.parse(readFileSync(out, "utf8")).contribution.contentRoot);
    }
    expect(roots[1]).to.equal(roots[0]);
    const unknown = { dataset, file: cli.file("rows5.xlsx"), key: KEY, out: cli.file("as-xlsx.json") };
    expect(await cli.fault("pool contribute", unknown)).to.contain("kind is unknown");
    const absent = { ...unknown, file: cli.file("absent.parquet") };
    expect(await cli.fault("pool contribute", absent)).to.contain("cannot be read");
    cli.write("broken.parquet", "number,value");
    const broken = { ...unknown, file: cli.file("broken.parquet") };
    expect(await cli.fault("pool contribute", broken)).to.contain("is not Parquet");
  });

  it("submits for a provider who signed, and for nobody else", async () => {
    const [c, a, consent] = ["relayed.json", "relayed-a.json", "consent.json"].map(cli.file) as [
      string,
      string,
      string,
    ];
    const made = { file: cli.file("rows5.csv"), key: KEY };
    await cli.json("pool contribute", { dataset, ...made, out: c, from: "3" });
    await cli.json("attester attest", { ...made, contribution: c, attesterKey: ATTESTERS, out: a, from: "2" });
    const attested = { dataset, attestations: a };
    expect(await cli.fault("pool consent", { ...attested, out: consent, from: "4" })).to.contain("Use its provider");
    const dry = await cli.json("pool consent", { ...attested, out: consent, from: "3", dryRun: true });
    expect(existsSync(consent)).to.equal(false);
    const signed = await cli.json("pool consent", { ...attested, out: consent, from: "3" });
    expect(signed.minReward).to.equal(dry.minReward);

    expect(await cli.fault("pool contribute", { ...attested, from: "4" })).to.contain("provider");
    expect(await cli.fault("pool contribute", { dataset, consent, from: "4" })).to.contain("--attestations");
    cli.write("dearer.json", JSON.stringify({ ...signed, minReward: `${signed.minReward}0` }));
    const forged = { ...attested, consent: cli.file("dearer.json"), from: "4" };
    expect(await cli.fault("pool contribute", forged)).to.contain("provider");
    const { result } = await cli.json("pool contribute", { ...attested, consent, from: "4" });
    expect(result).to.include({
      provider: (await cli.provider.getSigner(3)).address,
      contentTag: signed.contentTag,
      reward: signed.minReward,
    });
  });

  it("refuses a consent to something else", async () => {
    cli.write("foreign.json", JSON.stringify({ pool: alita, contentTag: KEY, signature: "0x", minReward: "0" }));
    const foreign = { dataset, attestations: cli.file("relayed-a.json"), consent: cli.file("foreign.json") };
    expect(await cli.fault("pool contribute", foreign)).to.contain(`--consent is about ${KEY}`);
    const none = { ...foreign, consent: cli.file("relayed-a.json") };
    expect(await cli.fault("pool contribute", none)).to.contain("which is no consent");
  });

  it("spreads unearned allocation over contributions, and a revoked one gives its reward up", async () => {
    const { result: kept } = await contribute(3, "1");
    const { result } = await cli.json("pool reallocate", { dataset, amount: "10" });
    expect(result.amount).to.equal(parseEther("10").toString());
    const settle = { dataset, contribution: kept.contentTag };
    const { result: settled } = await cli.json("pool settle", { ...settle, from: "2" });
    expect(BigInt(settled.credited) + BigInt(settled.returned)).to.be.greaterThan(0n);
    expect(await cli.fault("pool settle", settle)).to.contain("Nothing is left to settle");
    expect(await cli.fault("pool settle", { dataset, contribution: KEY })).to.contain(`no contribution ${KEY}`);
    const { result: revoked } = await cli.json("pool revoke", {
      dataset,
      contribution: kept.contentTag,
      from: "1",
    });
    expect(BigInt(revoked.forfeited)).to.be.greaterThan(0n);
  });

  it("announces closing, and closes three days later", async () => {
    await cli.json("pool close", { dataset });
    expect(await cli.fault("pool close", { dataset })).to.contain("cannot be closed before");
    await cli.wait(3 * DAY + 1);
    const { result } = await cli.json("pool close", { dataset });
    expect(BigInt(result.refunded)).to.be.greaterThan(0n);
  });

  /* ATTESTERS */

  describe("with records whose freshness depends on the moment", () => {
    const dayOf = (i: number) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10);
    const dated = Array.from({ length: 250 }, (_, i) => `${dayOf(i)},${(i * i) % 7_919}`);
    const [first, later, one, other] = ["c.json", "later.json", "one.json", "other.json"];
    let attest: Record<string, string>;

    before(async () => {
      cli.write("dated.csv", ["day,value", ...dated].join("\n"));
      const made = { file: cli.file("dated.csv"), key: KEY };
      attest = { ...made, attesterKey: ATTESTERS, from: "2" };
      await cli.json("pool contribute", { dataset, ...made, out: cli.file(first), from: "1" });
      const contribution = JSON.parse(readFileSync(cli.file(first), "utf8"));
      const assessedAt = String(BigInt(contribution.assessedAt) + BigInt(1_000 * DAY));
      cli.write(later, JSON.stringify({ ...contribution, assessedAt }));
      await cli.json("attester attest", { ...attest, contribution: cli.file(first), out: cli.file(one) });
    });

    it("signs only for records that give the contribution's root", async () => {
      const foreign = { ...attest, file: cli.file("rows7.csv"), contribution: cli.file(first), out: cli.file(other) };
      expect(await cli.fault("attester attest", foreign)).to.contain("do not give the contribution's root");
      const unkeyed = { ...attest, key: ATTESTERS, contribution: cli.file(first), out: cli.file(other) };
      expect(await cli.fault("attester attest", unkeyed)).to.contain("do not give the contribution's root");
    });

    it("refuses to sign what differs from what its journal remembers", async () => {
      const second = { ...attest, contribution: cli.file(later), out: cli.file(other) };
      expect(await cli.fault("attester attest", second)).to.contain("was already assessed");
      expect(await cli.fault("attester attest", { ...second, dryRun: true })).to.contain("was already assessed");
      expect(existsSync(cli.file(other))).to.equal(false);
    });

    it("signs the same again", async () => {
      const remembered = () => readFileSync(cli.file("deployment.attestations.jsonl"), "utf8");
      const [before, signed] = [remembered(), readFileSync(cli.file(one), "utf8")];
      await cli.json("attester attest", { ...attest, contribution: cli.file(first), out: cli.file("again.json") });
      expect(readFileSync(cli.file("again.json"), "utf8")).to.equal(signed);
      expect(remembered()).to.equal(before);
    });

    it("stands by what attesters said on a dry run", async () => {
      const { file, key, attesterKey } = attest;
      const here = { dataset: "OTHR", file, key, attesters: "2", attesterKey, from: "4" } as Options;
      const { quote } = await cli.json("pool contribute", { ...here, dryRun: true });
      await cli.wait(900 * DAY); // the records are much older now
      const { result } = await cli.json("pool contribute", here);
      expect(result.quality).to.equal(quote.assessment.quality);
    });

    it("takes the bond of an attester who signed both", async () => {
      const forgetful = { ...attest, journal: cli.file("none.jsonl") };
      await cli.json("attester attest", { ...forgetful, contribution: cli.file(later), out: cli.file(other) });
      const { result } = await cli.json("attester slash", { one: cli.file(one), other: cli.file(other), from: "1" });
      expect(result.reward).to.equal(parseEther("500").toString());
      expect(await cli.json("attester show", { attester: "2" })).to.include({ active: false, barred: true });
    });
  });

  it("leaves with its bond after unbonding", async () => {
    await cli.json("attester register", { amount: "1000", from: "1" });
    await cli.json("attester exit", { from: "1" });
    expect(await cli.json("attester show", { attester: "1" })).to.include({ active: false });
    await cli.wait(14 * DAY + 1);
    const { result } = await cli.json("attester withdraw", { from: "1" });
    expect(result.bond).to.equal(parseEther("1000").toString());
  });
});
