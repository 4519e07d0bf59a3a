import type { Judgement } from "./triage.ts";

/** The triaged findings as a page; `count` says how many a judgement covers. */
export function report(version: string, triage: readonly Judgement[], count: (judgement: Judgement) => number): string {
  const total = triage.reduce((sum, judgement) => sum + count(judgement), 0);
  const rows = triage.map((j) => `| ${j.check} | ${j.where} | ${count(j)} | ${j.reason} |`);
  return [
    "# Static analysis",
    "",
    `Written by \`npm run slither\`: Slither ${version} with all its detectors over every contract, its own settings in`,
    "`slither.config.json`. The command fails when a finding has no reason in `bench/slither/triage.ts`, or a reason no",
    `finding. ${total} findings are left, none of them a weakness:`,
    "",
    "| detector | where | findings | why it is none |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
    "solhint belongs to `npm run lint`, where a warning is an error; `.solhint.json` names its rules.",
    "",
  ].join("\n");
}
