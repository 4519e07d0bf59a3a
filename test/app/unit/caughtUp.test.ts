import { expect } from "chai";
import { caughtUp } from "../../../app/data/caughtUp.ts";

const HEAD = 100;

/** An index that follows one block with every look at it. */
function indexAt(first: number) {
  let looks = 0;
  const ask = async () => ({ at: { block: first + looks++ } });
  return { looks: () => looks, answer: () => caughtUp(ask, () => HEAD, async () => {}) }; // prettier-ignore
}

describe("An index of the chain", () => {
  it("is asked once where it is at the head, or before a head is known", async () => {
    for (const first of [HEAD, HEAD + 1]) {
      const index = indexAt(first);
      expect((await index.answer())?.at.block).to.equal(first);
      expect(index.looks()).to.equal(1);
    }
  });

  it("is asked again until it has caught up", async () => {
    const index = indexAt(HEAD - 4);
    expect((await index.answer())?.at.block).to.equal(HEAD);
    expect(index.looks()).to.equal(5);
  });

  it("is taken as it is when it has not caught up in a second", async () => {
    const index = indexAt(HEAD - 5);
    expect((await index.answer())?.at.block).to.equal(HEAD - 1);
    expect(index.looks()).to.equal(5);
  });

  it("is believed 20 blocks behind, and not 21", async () => {
    expect(await indexAt(HEAD - 20).answer()).to.not.equal(undefined);
    const index = indexAt(HEAD - 21);
    expect(await index.answer()).to.equal(undefined);
    expect(index.looks()).to.equal(1);
  });
});
