import { expect } from "chai";
import { createNarrator } from "../../scripts/story/narrator.ts";

describe("the story's narrator", () => {
  it("names a check that does not hold, and an action that should have been refused", async () => {
    const strict = createNarrator(() => {});
    strict.equal("two and two", 4, 5);
    await strict.refuses("nothing", "NotMaker", Promise.resolve());
    await strict.refuses("for another reason", "NotMaker", Promise.reject(new Error("no gas")));
    expect(strict.failures()).to.have.length(3);
    expect(strict.failures()[0]).to.equal("two and two: 4, not 5");
  });
});
