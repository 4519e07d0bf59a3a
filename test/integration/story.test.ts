import { expect } from "chai";
import type { JsonRpcApiProvider } from "ethers";
import { inProcess } from "../../scripts/chain/inProcess.ts";
import { createNarrator } from "../../scripts/story/narrator.ts";
import { playOn, storyBegins } from "../../scripts/story/playOn.ts";

/** Requirements that the story shows; A12 and the page have tests of their own. */
const SHOWN = [
  ..."A1 A3 A5 A6 A7 A8 A9 A10 A11 A13 A14 A15 A16 A17 A18 A19 A20 A21 A22 A23 A24 A26 A27 A28 A29 A30 A31 A33".split(
    " ",
  ),
  ..."B1 B2 B3 B4 B5 B6 B7 B8 B9 B10 B11 B12 B13 B14 B15 B16 B17 B18 B19 B20 B21".split(" "),
];

describe("the story", () => {
  const lines: string[] = [];
  const narrator = createNarrator((line) => lines.push(line));

  let dearest = 0n;

  before(async function play() {
    this.timeout(300_000);
    const chain = await inProcess(storyBegins());
    const { stop } = await playOn(chain, narrator);
    await stop();
    dearest = await dearestTransaction(chain.provider);
    await chain.close();
  });

  it("holds in every check", () => {
    expect(narrator.failures()).to.deep.equal([]);
    expect(narrator.passed()).to.be.greaterThan(150);
  });

  it("fits every transaction, those of the deployment included, into the 2^24 gas of EIP-7825", () => {
    expect(dearest > 21_000n && dearest < 2n ** 24n, `${dearest} gas`).to.equal(true);
  });

  it("shows every requirement that it promises to", () => {
    const told = new Set(lines.flatMap((line) => [...line.matchAll(/\[([AB]\d+)\]/g)].map(([, id]) => id)));
    expect(SHOWN.filter((id) => !told.has(id))).to.deep.equal([]);
  });

  it("names a check that does not hold, and an action that should have been refused", async () => {
    const strict = createNarrator(() => {});
    strict.equal("two and two", 4, 5);
    await strict.refuses("nothing", "NotMaker", Promise.resolve());
    await strict.refuses("for another reason", "NotMaker", Promise.reject(new Error("no gas")));
    expect(strict.failures()).to.have.length(3);
    expect(strict.failures()[0]).to.equal("two and two: 4, not 5");
  });
});

/** The most gas that any transaction of the chain used. */
async function dearestTransaction(provider: JsonRpcApiProvider): Promise<bigint> {
  let most = 0n;
  for (let number = await provider.getBlockNumber(); number > 0; number--) {
    const block = await provider.getBlock(number);
    for (const hash of block?.transactions ?? []) {
      const gasUsed = (await provider.getTransactionReceipt(hash))?.gasUsed ?? 0n;
      if (gasUsed > most) most = gasUsed;
    }
  }
  return most;
}
