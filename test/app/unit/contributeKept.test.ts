import { expect } from "chai";
import { backupOf, readBackup } from "../../../app/screens/contribute/kept/backup.ts";
import { createKept } from "../../../app/screens/contribute/kept/createKept.ts";
import type { Kept } from "../../../app/screens/contribute/kept/Kept.ts";

const bytes32 = (digit: string) => `0x${digit.repeat(64)}`;

const KEPT: Kept = {
  pool: `0x${"1".repeat(40)}`,
  provider: `0x${"2".repeat(40)}`,
  digest: bytes32("3"),
  secret: bytes32("4"),
  contentRoot: bytes32("5"),
  files: ["weather.csv"],
  fields: [{ name: "rain", type: "number", nullable: true }],
  records: 12,
};

function shelf() {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (name: string) => texts.get(name) ?? null,
    setItem: (name: string, text: string) => void texts.set(name, text),
  };
}

describe("The secret of a contribution", () => {
  it("survives a reload", () => {
    const on = shelf();
    createKept(on, "here").keep(KEPT);
    expect(createKept(on, "here").all()).to.deep.equal([KEPT]);
    expect(createKept(on, "another chain").all()).to.deep.equal([]);
  });

  it("is one for each content, and learns its tag", () => {
    const store = createKept(shelf(), "here");
    store.keep(KEPT);
    store.keep({ ...KEPT, contentTag: bytes32("6") });
    store.keep({ ...KEPT, digest: bytes32("7") });
    expect(store.all().map(({ contentTag }) => contentTag)).to.deep.equal([bytes32("6"), undefined]);
  });

  it("does not forget what another tab kept meanwhile", () => {
    const on = shelf();
    const [one, other] = [createKept(on, "here"), createKept(on, "here")];
    one.keep(KEPT);
    other.keep({ ...KEPT, digest: bytes32("7") });
    expect(createKept(on, "here").all()).to.have.length(2);
  });

  it("is not made up from what was damaged", () => {
    const on = shelf();
    on.setItem("here", "{");
    expect(createKept(on, "here").all()).to.deep.equal([]);
    on.setItem("here", JSON.stringify([null, 1, { ...KEPT, secret: "0x12" }, { ...KEPT, fields: [{}] }, KEPT]));
    expect(createKept(on, "here").all()).to.deep.equal([KEPT]);
  });
});

describe("A backup of it", () => {
  const chain = { chainId: "31337" };
  const device = { publicKey: bytes32("a"), privateKey: bytes32("b") };

  it("brings back all of it", () => {
    const whole = { ...KEPT, contentTag: bytes32("6"), device };
    expect(readBackup(chain, backupOf(chain, whole))).to.deep.equal(whole);
    expect(readBackup(chain, backupOf(chain, KEPT))).to.deep.equal(KEPT);
  });

  it("is refused on another chain", () => {
    expect(() => readBackup({ chainId: "1" }, backupOf(chain, KEPT))).to.throw("belongs to chain 31337, not 1");
  });

  it("is refused if it is none", () => {
    const texts = ["", "null", "[]", '{"kind":"datawell contribution","version":1,"chainId":"31337"}'];
    const later = JSON.stringify({ ...JSON.parse(backupOf(chain, KEPT)), version: 2 });
    for (const text of [...texts, later]) expect(() => readBackup(chain, text)).to.throw("no backup");
  });
});
