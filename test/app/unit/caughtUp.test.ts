import { expect } from "chai";
import { caughtUp } from "../../../app/data/caughtUp.ts";

const HEAD = 100;

/** An index that is at these blocks, one look after the other; undefined: it does not answer. */
function indexAt(...blocks: (number | undefined)[]) {
  let looks = 0;
  const ask = async () => {
    const block = blocks[looks++];
    if (block === undefined) throw new Error("busy");
    return { at: { block } };
  };
  return { looks: () => looks, answer: () => caughtUp(ask, HEAD, async () => {}) };
}

describe("An index of the chain", () => {
  it("is asked once where it is at the head, or beyond the head that was seen", async () => {
    for (const block of [HEAD, HEAD + 1]) {
      const index = indexAt(block);
      expect((await index.answer())?.at.block).to.equal(block);
      expect(index.looks()).to.equal(1);
    }
  });

  it("is asked again until it has caught up", async () => {
    const index = indexAt(HEAD - 2, HEAD);
    expect((await index.answer())?.at.block).to.equal(HEAD);
    expect(index.looks()).to.equal(2);
  });

  it("is taken as it is when it has not caught up at the third look", async () => {
    const index = indexAt(HEAD - 3, HEAD - 2, HEAD - 1);
    expect((await index.answer())?.at.block).to.equal(HEAD - 1);
    expect(index.looks()).to.equal(3);
  });

  it("is taken as it was when it does not answer again, and fails when it never answered", async () => {
    expect((await indexAt(HEAD - 1, undefined, undefined).answer())?.at.block).to.equal(HEAD - 1);
    expect(await indexAt(undefined).answer().catch(({ message }: Error) => message)).to.equal("busy"); // prettier-ignore
  });

  it("is believed 20 blocks behind, and not 21", async () => {
    expect(await indexAt(HEAD - 20, HEAD - 20, HEAD - 20).answer()).to.not.equal(undefined);
    const index = indexAt(HEAD - 21);
    expect(await index.answer()).to.equal(undefined);
    expect(index.looks()).to.equal(1);
  });
});
