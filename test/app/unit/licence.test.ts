import { expect } from "chai";
import { deviceOf } from "../../../app/screens/licence/deviceOf.ts";
import { periodsIn } from "../../../app/screens/licence/periodsIn.ts";

describe("The periods of a licence", () => {
  it("are a whole number from one to twelve", () => {
    expect(["1", " 12 "].map(periodsIn)).to.deep.equal([1n, 12n]);
    for (const text of ["0", "13", "1.5", "1,5", "-1", "1e1", "", "abc", "999999"]) {
      expect(periodsIn(text), text).to.equal(undefined);
    }
  });
});

describe("The device that a record's key is sealed to", () => {
  const owner = { chainId: "1", account: `0x${"1".repeat(40)}` };

  function shelf(kept = new Map<string, string>()) {
    return {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, text: string) => void kept.set(name, text),
    };
  }

  it("is the same after a reload, and another one for each account and chain", async () => {
    const here = shelf();
    const first = await deviceOf(owner, () => here);
    expect(await deviceOf(owner, () => here)).to.deep.equal(first);
    for (const other of [
      { ...owner, chainId: "2" },
      { ...owner, account: `0x${"2".repeat(40)}` },
    ]) {
      expect((await deviceOf(other, () => here)).publicKey).not.to.equal(first.publicKey);
    }
  });

  it("is made anew where what was kept is damaged", async () => {
    for (const text of ["{", "null", '{"publicKey":"0x12","privateKey":1}']) {
      const damaged = { ...shelf(), getItem: () => text };
      expect((await deviceOf(owner, () => damaged)).publicKey).to.match(/^0x[0-9a-f]{64}$/);
    }
  });

  it("lasts as long as the page where the browser keeps nothing", async () => {
    const refusing = () => {
      throw new Error("SecurityError");
    };
    const first = await deviceOf(owner, refusing);
    expect(await deviceOf(owner, refusing)).to.deep.equal(first);
  });
});
