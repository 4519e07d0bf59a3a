import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";

const COUNTED = "test/scripts/Counted.t.sol";

describe("npm test", () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "datawell run "));
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  function runFiles(files: string[], env: NodeJS.ProcessEnv = {}) {
    const command = ["--import", "tsx", "scripts/test.ts", "--no-compile", ...files];
    const options = { encoding: "utf8", env: { ...process.env, ...env } } as const;
    const { status, stdout } = spawnSync(process.execPath, command, options);
    return { status, lastLine: stdout.trimEnd().split("\n").at(-1) };
  }

  function writeSample(source: string): string {
    const file = join(folder, "sample.test.ts");
    writeFileSync(file, source);
    return file;
  }

  const run = (source: string) => runFiles([writeSample(source)]);

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

  it("fails when a promise fails that no test waits for", () => {
    const source = `it("a", async () => { void Promise.reject(new Error("lost")); await new Promise((r) => setTimeout(r, 50)); });`;
    expect(run(source)).to.deep.equal({ status: 1, lastLine: "1 passed, 1 failed" });
  });

  it("counts Solidity tests too", () => {
    const sample = writeSample(`it("a", () => {});`);
    expect(runFiles([COUNTED, sample])).to.deep.equal({ status: 0, lastLine: "3 passed, 0 failed" });
  });

  it("fails with a Solidity test", () => {
    const env = { COUNTED_TEST_FAILS: "true" };
    expect(runFiles([COUNTED], env)).to.deep.equal({ status: 1, lastLine: "1 passed, 1 failed" });
  });
});
