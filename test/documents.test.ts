import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "chai";

const INDEX = "docs/README.md";

const markdownIn = (folder: string, recursive: boolean): string[] =>
  readdirSync(folder, { recursive, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));

const PAGES = markdownIn("docs", true);
const DOCUMENTS = [...markdownIn(".", false), ...PAGES, "sdk/README.md", "erc7730/README.md"];

/** What a document links to or shows in this repository, from its root. */
const linksIn = (document: string): string[] =>
  [...readFileSync(document, "utf8").matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => join(dirname(document), target));

describe("The documents", () => {
  it(`are all named in ${INDEX}`, () => {
    const named = new Set([INDEX, ...linksIn(INDEX)]);
    expect(PAGES.filter((page) => !named.has(page))).to.deep.equal([]);
  });

  for (const document of DOCUMENTS) {
    it(`${document} links to what is there`, () => {
      expect(linksIn(document).filter((target) => !existsSync(target))).to.deep.equal([]);
    });
  }
});
