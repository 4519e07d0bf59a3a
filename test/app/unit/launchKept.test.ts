import { expect } from "chai";
import { EMPTY_DRAFT } from "../../../app/screens/launch/Draft.ts";
import { restored } from "../../../app/screens/launch/keptDraft.ts";

describe("A draft that was kept", () => {
  it("comes back as it was", () => {
    const draft = { ...EMPTY_DRAFT, name: "Weather", terms: { ...EMPTY_DRAFT.terms, lock: "30" }, staking: false };
    expect(restored(JSON.parse(JSON.stringify(draft)))).to.deep.equal(draft);
  });

  it("gets what a newer page asks for and it lacks", () => {
    expect(restored({ name: "Weather", terms: { lock: "30" } })).to.deep.equal({
      ...EMPTY_DRAFT,
      name: "Weather",
      terms: { ...EMPTY_DRAFT.terms, lock: "30" },
    });
  });

  it("loses what is damaged and no more", () => {
    for (const broken of [null, 7, "x", { name: 7, fields: {}, attesters: "0x", terms: { lock: 3 }, strange: 1 }]) {
      expect(restored(broken)).to.deep.equal(EMPTY_DRAFT);
    }
  });
});
