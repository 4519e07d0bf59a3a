import { format } from "prettier";
import { markdownRow } from "../markdownRow.ts";
import { bestOf, broken } from "./Attack.ts";
import { alita, integer, shareOf } from "./figures.ts";
import type { Result } from "./Result.ts";

/** All attacks as one table, in Markdown. */
export function table(results: readonly Result[]): Promise<string> {
  const rows = results.map(({ attack, finding: { tries, confirmed } }) => {
    const { profit, atRisk, bound } = bestOf(tries);
    const holds = broken(tries).length === 0 ? "yes" : "NO";
    const counts = [integer(tries.length), `${confirmed}`];
    return markdownRow([attack.name, ...counts, alita(profit), shareOf(profit, atRisk), alita(bound), holds]);
  });
  return aligned([
    markdownRow(["attack", "tries", "played", "best profit", "of what is at risk", "bound", "holds"]),
    "|---|--:|--:|--:|--:|--:|---|",
    ...rows,
  ]);
}

/** docs/attacks.md. */
export async function document(results: readonly Result[]): Promise<string> {
  return aligned([INTRODUCTION, await table(results), ...results.flatMap(section)]);
}

const INTRODUCTION = `# Economic attacks

What an attacker can win at most, found by search and played on the contracts. Written by \`npm run attacks\`, prose and
figures alike, from \`bench/attacks\`; \`npm run attacks -- --check\` fails if it is out of date, and both fail if a
bound is broken. The run is the same to the last digit on every machine.

How a search works: the attacker's choices are tried by grid, golden section and seeded random sequences, on the exact
twins of the contracts' arithmetic where there are thousands of tries; the best are then played on the contracts and must
come out the same to the wei. "tries" counts all, "played" those on the contracts. Where every try is a whole story of several people, all
are played. Profit is in ALITA, all that the attacker ends with turned into ALITA, gas left out in the attacker's favour. Every try is held
against its own bound; the table shows the best try's.

The market: 50,000 ALITA and 100,000 Data Token in the pair (R and D), some bought by the actors before. A profit at or
below zero means that the attack does not pay. Where it pays, the section says what limits it.
`;

function section({ attack, finding }: Result): readonly string[] {
  const best = bestOf(finding.tries);
  const share = shareOf(best.profit, best.atRisk);
  return [
    "",
    `## ${attack.name[0]!.toUpperCase()}${attack.name.slice(1)}`,
    "",
    attack.question,
    "",
    `- **Assumed**: ${attack.assumption}`,
    `- **Who loses**: ${attack.loser}`,
    `- **Searched**: ${finding.searched}; ${integer(finding.tries.length)} tries, ${finding.confirmed} played on the contracts.`,
    `- **Best found**: ${best.choice}: ${alita(best.profit)}${share === "" ? "" : ` (${share} of ${alita(best.atRisk)} at risk)`}.`,
    `- **Bound**: \`${attack.bound}\`; here ${alita(best.bound)}.`,
    `- **Why it holds**: ${attack.why}`,
    ...(finding.notes ?? []).map((note) => `- ${note}`),
    `- **Precedent**: ${attack.precedent}`,
  ];
}

const aligned = (lines: readonly string[]): Promise<string> =>
  format(lines.join("\n"), { parser: "markdown", printWidth: 120, proseWrap: "always" });
