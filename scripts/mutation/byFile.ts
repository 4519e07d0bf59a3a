import type { Mutant, Verdict } from "./Mutant.ts";
import { scoreOf, type Accepted } from "./score.ts";

/** The score of each file and of all, as a table in Markdown. */
export function tableByFile(
  mutants: readonly Mutant[],
  verdicts: ReadonlyMap<string, Verdict>,
  accepted: Accepted,
): string {
  const row = (name: string, some: readonly Mutant[]) => {
    const score = scoreOf(some, verdicts, accepted);
    const tried = score.killed + score.accepted + score.survivors.length;
    return `| ${[name, tried, score.killed, score.accepted, score.survivors.length].join(" | ")} |`;
  };
  const files = Map.groupBy(mutants, ({ file }) => file.replace(/^contracts\/(.*)\.sol$/, "$1"));
  const rows = [...files].toSorted(([a], [b]) => a.localeCompare(b)).map(([file, some]) => row(file, some));
  return [
    "| file | tried | killed | accepted | survived |",
    "| --- | --: | --: | --: | --: |",
    ...rows,
    row("all", mutants),
  ].join("\n");
}
