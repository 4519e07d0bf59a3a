import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";

describe("npm test", () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "datawell run "));
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  function run(source: string) {
    const file = join(folder, "sample.test.ts");
    writeFileSync(file, source);
    const command = ["--import", "tsx", "scripts/test.ts", "--no-compile", file];
    const { status, stdout } = spawnSync(process.execPath, command, { encoding: "utf8" });
    return { status, lastLine: stdout.trimEnd().split("\n").at(-1) };
  }

  it("passes with the tests, skipped ones not counted", () => {
    const source = `it("a", () => {}); it("b", () => {}); it.skip("c", () => {});`;
    expect(run(source)).to.deep.equal({ status: 0, lastLine: "2 passed, 0 failed" });
  });

  it("fails with a test", () => {
    const source = `it("a", () => {}); it("b", () => { throw new Error("no"); });`;
    expect(run(source)).to.deep.equal({ status: 1, lastLine: "1 passed, 1 failed" });
  });

  it("fails when no test ran", () => {
    expect(run("")).to.deep.equal({ status: 1, lastLine: "0 passed, 0 failed" });
  });

  it("fails when a test ends the process as if all were well", () => {
    const source = `it("a", () => process.exit(0));`;
    expect(run(source)).to.deep.equal({ status: 1, lastLine: "0 passed, 1 failed" });
  });
});
