/**
 * `npm run slither`: static analysis of contracts/ by Slither (a Python program: `pip install slither-analyzer`), over
 * the build of Hardhat. Every finding is mended or has a reason in triage.ts; a reason that no finding needs is an
 * error as well. Writes docs/static-analysis.md.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format } from "prettier";
import { report } from "./report.ts";
import { type Judgement, TRIAGE } from "./triage.ts";

export interface Finding {
  readonly check: string;
  readonly impact: string;
  readonly description: string;
}

const BUILDS = "artifacts/build-info";

/** The builds of contracts/ alone: the tests' sources are no subject of this. */
function contractBuilds(): string[] {
  const inputs = readdirSync(BUILDS).filter((name) => !name.endsWith(".output.json"));
  return inputs.filter((name) => !readFileSync(join(BUILDS, name), "utf8").includes('"project/test/'));
}

function analyse(): Finding[] {
  const folder = mkdtempSync(join(tmpdir(), "slither-"));
  try {
    mkdirSync(join(folder, "build-info"));
    for (const input of contractBuilds()) {
      for (const name of [input, input.replace(/json$/, "output.json")])
        copyFileSync(join(BUILDS, name), join(folder, "build-info", name));
    }
    const args = [".", "--ignore-compile", "--hardhat-artifacts-directory", folder, "--json", "-"];
    const { stdout, error } = spawnSync("slither", args, { encoding: "utf8", maxBuffer: 1 << 28 });
    if (error) throw new Error("Slither does not run. Install it: pip install slither-analyzer", { cause: error });
    if (stdout === "")
      throw new Error("Slither could not read the build. If it is stale: npx hardhat clean, then again");
    const { success, results } = JSON.parse(stdout) as { success: boolean; results: { detectors?: Finding[] } };
    if (!success) throw new Error("Slither could not read the build: run `npm run build` first");
    return results.detectors ?? [];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const applies = ({ check, where }: Judgement, finding: Finding): boolean =>
  finding.check === check && (finding.description.split("\n")[0] ?? "").includes(where);

const findings = analyse();
const open = findings.filter((finding) => !TRIAGE.some((judgement) => applies(judgement, finding)));
const idle = TRIAGE.filter((judgement) => !findings.some((finding) => applies(judgement, finding)));

for (const { impact, check, description } of open) console.error(`${impact} ${check}: ${description.trim()}`);
for (const { check, where } of idle) console.error(`triage.ts: nothing was found by ${check} ${where}`);
const version = spawnSync("slither", ["--version"], { encoding: "utf8" }).stdout.trim();
const text = report(version, TRIAGE, (judgement) => findings.filter((finding) => applies(judgement, finding)).length);
writeFileSync(
  "docs/static-analysis.md",
  await format(text, { parser: "markdown", printWidth: 120, proseWrap: "always" }),
);
console.log(`slither ${version}: ${findings.length} findings, ${open.length} without a reason`);
if (open.length + idle.length > 0) process.exitCode = 1;
