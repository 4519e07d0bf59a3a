import { readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";

const FOLDER = "contracts/interfaces";

/** Events, errors and functions of an interface, each with the line in front of it. */
function declared(source: string): { readonly name: string; readonly before: string }[] {
  const lines = source.split("\n").map((line) => line.trim());
  return lines.flatMap((line, at) => {
    const name = /^(?:event|error|function) (\w+)\(/.exec(line)?.[1];
    return name === undefined ? [] : [{ name, before: lines[at - 1]! }];
  });
}

describe("The contracts' interfaces", () => {
  for (const file of readdirSync(FOLDER)) {
    it(`${file} says of every event, error and function what it is`, () => {
      const all = declared(readFileSync(`${FOLDER}/${file}`, "utf8"));
      expect(all).not.to.be.empty;
      expect(all.filter(({ before }) => !before.startsWith("///")).map(({ name }) => name)).to.deep.equal([]);
    });
  }
});
