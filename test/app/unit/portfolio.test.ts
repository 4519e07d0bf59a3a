import { parseEther } from "ethers";
import { expect } from "chai";
import { claimLabel } from "../../../app/screens/portfolio/claimLabel.ts";
import { basisOf } from "../../../app/screens/portfolio/data/basisOf.ts";
import { type Happening, withoutEchoes } from "../../../app/screens/portfolio/data/Concerns.ts";
import { outcomeOf } from "../../../app/screens/portfolio/data/outcomeOf.ts";
import { worth } from "../../../app/screens/portfolio/data/valueOf.ts";
import { inWords, type Told } from "../../../app/screens/portfolio/words/inWords.ts";
import { jobInWords } from "../../../app/screens/portfolio/words/jobInWords.ts";

const add = { change: "add", data: 100n, base: 400n, liquidity: 200n } as const;

describe("The deposits behind liquidity", () => {
  it("add up", () => {
    const more = { change: "add", data: 50n, base: 200n, liquidity: 100n } as const;
    expect(basisOf([add, more])).to.deep.equal({ data: 150n, base: 600n, liquidity: 300n });
  });

  it("leave in proportion, at whatever price that was", () => {
    const half = { change: "remove", data: 80n, base: 250n, liquidity: 100n } as const;
    expect(basisOf([add, half])).to.deep.equal({ data: 50n, base: 200n, liquidity: 100n });
    expect(basisOf([add, { ...half, liquidity: 200n }])).to.deep.equal({ data: 0n, base: 0n, liquidity: 0n });
    expect(basisOf([{ ...half, liquidity: 1n }, add])).to.deep.equal({ data: 100n, base: 400n, liquidity: 200n });
  });
});

describe("How liquidity did", () => {
  const basis = { data: parseEther("100"), base: parseEther("100"), liquidity: parseEther("100") };

  it("lost 20 % to divergence when the price became four times as high", () => {
    const now = { data: parseEther("50"), base: parseEther("200"), liquidity: basis.liquidity };
    expect(outcomeOf({ basis, now })).to.deep.equal({ divergenceBps: -2_000n, totalBps: -2_000n });
  });

  it("lost the same when the price became a quarter", () => {
    const now = { data: parseEther("200"), base: parseEther("50"), liquidity: basis.liquidity };
    expect(outcomeOf({ basis, now })?.divergenceBps).to.equal(-2_000n);
  });

  it("gained by fees alone while the price stood still", () => {
    const now = { data: parseEther("101"), base: parseEther("101"), liquidity: basis.liquidity };
    expect(outcomeOf({ basis, now })).to.deep.equal({ divergenceBps: 0n, totalBps: 100n });
  });

  it("is not known of liquidity that came by other ways", () => {
    const now = { ...basis, liquidity: basis.liquidity + 1n };
    expect(outcomeOf({ basis, now })).to.equal(undefined);
    const nothing = { data: 0n, base: 0n, liquidity: 0n };
    expect(outcomeOf({ basis: nothing, now: nothing })).to.equal(undefined);
  });
});

describe("What happened to an account", () => {
  const WHO = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
  const told: Told = { who: WHO, symbol: "WTHR", isDataFirst: false, reward: "WTHR" };
  const happened = (contract: string, name: string, args: Record<string, unknown>): Happening => ({
    contract,
    name,
    args,
    token: undefined,
    block: 1,
    logIndex: 0,
    time: 0,
    transactionHash: "0x1",
  });
  const said = (contract: string, name: string, args: Record<string, unknown>) =>
    inWords(happened(contract, name, args), told);

  it("is told once where several events tell it", () => {
    const swap = happened("Pair", "Swap", {});
    const echo = happened("DataToken", "Transfer", {});
    const gift = { ...echo, transactionHash: "0x2" };
    const approval = { ...echo, name: "Approval", transactionHash: "0x3" };
    expect(withoutEchoes([swap, echo, gift, approval])).to.deep.equal([swap, gift]);
  });

  it("is told by role, whichever token comes first, from the chain and from an index", () => {
    const bought = { amount0In: parseEther("5"), amount1In: 0n, amount0Out: 0n, amount1Out: parseEther("2") };
    expect(said("Pair", "Swap", bought)).to.equal("Bought 2 WTHR for 5 ALITA");
    const texts = Object.fromEntries(Object.entries(bought).map(([name, value]) => [name, String(value)]));
    expect(said("Pair", "Swap", texts)).to.equal("Bought 2 WTHR for 5 ALITA");
    expect(inWords(happened("Pair", "Swap", bought), { ...told, isDataFirst: true })).to.equal(
      "Sold 5 WTHR for 2 ALITA",
    );
  });

  it("is told from its own side", () => {
    const value = parseEther("3");
    expect(said("DataToken", "Transfer", { from: WHO.toLowerCase(), value })).to.equal("Sent 3 WTHR");
    expect(said("DataToken", "Transfer", { from: "0x", value })).to.equal("Received 3 WTHR");
    expect(said("DataPool", "SlashDuplicate", { offender: WHO })).to.match(/^Lost stake/);
    expect(said("DataPool", "Claim", { paid: 0n, staked: value })).to.equal("Claimed 3 WTHR, of it 3 as stake");
  });

  it("is named where there are no words for it, and survives an index that lies", () => {
    expect(said("DataPool", "Strange", {})).to.equal("Strange (DataPool)");
    expect(said("DataPool", "Stake", { amount: "lots" })).to.equal("Staked 0 WTHR");
    expect(said("Pair", "Swap", {})).to.equal("Sold 0 WTHR for 0 ALITA");
  });
});

describe("What can be claimed", () => {
  const nothing = { reward: 0n, unbonded: 0n, revenue: 0n, votes: 0n };

  it("is named by token, each once", () => {
    const all = {
      reward: parseEther("40"),
      unbonded: parseEther("2"),
      revenue: parseEther("1"),
      votes: parseEther("2"),
    };
    expect(claimLabel(all, "WTHR")).to.equal("42 WTHR and 3 ALITA");
    expect(claimLabel(all, "ALITA")).to.equal("45 ALITA");
    expect(claimLabel({ ...nothing, votes: 1n }, "WTHR")).to.equal("0.000000000000000001 ALITA");
    expect(claimLabel(nothing, "WTHR")).to.equal("");
  });

  it("is worth what the price says, rounded down", () => {
    expect(worth(3n, parseEther("0.5"))).to.equal(1n);
  });
});

describe("A job in words", () => {
  const job = { deadline: 100n };
  const at = (phase: string, until = 200n) => ({ phase, until }) as Parameters<typeof jobInWords>[1];

  it("changes with time alone at the last moment and after it", () => {
    expect(jobInWords(job, at("Open"), 100n)).to.equal("Being computed");
    expect(jobInWords(job, at("Open"), 101n)).to.match(/money back/);
    expect(jobInWords(job, at("Settled"), 199n)).to.match(/may still be disputed/);
    expect(jobInWords(job, at("Settled"), 200n)).to.equal("Done");
    expect(jobInWords(job, at("Disputed"), 199n)).to.equal("Disputed");
    expect(jobInWords(job, at("Disputed"), 200n)).to.match(/money back/);
  });
});
