import { format } from "prettier";
import { markdownRow } from "../markdownRow.ts";
import { isFlat } from "./judge.ts";
import type { Result } from "./measure.ts";
import { bestOf, toFigures } from "./snapshot.ts";

const number = (gas: number | null | undefined): string => gas?.toLocaleString("en-US") ?? "";

/** The figures as one table, in Markdown. */
export function table(results: readonly Result[]): Promise<string> {
  const rows = results.map((result) => {
    const { ours, floor, peers, ratioToBest, goal } = toFigures(result);
    const best = bestOf(peers);
    const cells = [result.operation.name, number(floor), number(ours), number(goal), number(best?.gas)];
    return markdownRow([...cells, ratioToBest?.toFixed(2) ?? "", best?.name ?? ""]);
  });
  return aligned([
    markdownRow(["operation", "floor", "ours", "goal", "best peer", "ours / best", "who that is"]),
    "|---|--:|--:|--:|--:|--:|---|",
    ...rows,
  ]);
}

/** docs/gas.md. */
export async function document(results: readonly Result[]): Promise<string> {
  const parts = [
    INTRODUCTION,
    await table(results),
    ...peerSection(results),
    ...missed(results),
    ...growthSection(results),
  ];
  return aligned([...parts, FLOOR]);
}

const INTRODUCTION = `# Gas

Written by \`npm run gas\`; \`npm run gas -- --check\` fails if it is out of date.

Every figure is the \`gasUsed\` of whole transactions, in one run on one EVM: Hardhat's, hardfork osaka, prices of
EIP-2929, 3529, 7623 and 7825. Our contracts and the peers' Solidity sources are compiled by the same compiler with the
same settings; where a package carries bytecode, it is that bytecode. The run is the same to the last digit on every
machine.

All operations are warm: they were done before, so that no word goes from zero to something that is not there for the
operation itself (a new proposal, job or contribution is new every time); every account keeps some of all tokens;
allowances have no end unless said otherwise; every transaction is in a block of its own. The floor is what the
operation cannot do without, see below. Figures marked "quoted" are from an earlier measurement under the same rules of
peers that do not install from a package registry.
`;

const FLOOR = `## How the floor is computed

A transaction (21,000), its least calldata (4 for a zero byte, 16 for another), the words it must read (2,100) and change
(5,000; 22,100 from zero), its calls of other contracts (2,600), its events, and its signatures (3,100). Instructions
count zero. The formulas stand beside the operations in \`bench/gas/operations\`, their primitives in
\`bench/gas/floor.ts\`.
`;

function peerSection(results: readonly Result[]): readonly string[] {
  const rows = results.flatMap((result) =>
    Object.entries(toFigures(result).peers).map(([name, gas]) =>
      markdownRow([result.operation.name, name, number(gas), (result.ours / gas).toFixed(2)]),
    ),
  );
  return ["## Peers", "", markdownRow(["operation", "peer", "gas", "ours / peer"]), "|---|---|--:|--:|", ...rows, ""];
}

function missed(results: readonly Result[]): readonly string[] {
  const explained = results.filter(({ operation }) => operation.shortfall !== undefined);
  const lines = explained.map(({ operation: { name, goal, shortfall }, ours }) => {
    const figures = `${number(ours)} against ${number(goal)}, at most ${number(shortfall?.atMost)}`;
    return `- **${name}** (${figures}): ${shortfall?.because}.`;
  });
  return explained.length === 0 ? [] : ["## Goals that are missed", "", ...lines, ""];
}

function growthSection(results: readonly Result[]): readonly string[] {
  const rows = results.flatMap(({ operation, growth }) =>
    growth.map(({ growth: { of, sizes, because }, gas }) => {
      const points = sizes.map((size, index) => `${number(size)}: ${number(gas[index])}`).join(", ");
      return markdownRow([operation.name, of, points, isFlat(gas) ? "flat" : (because ?? "")]);
    }),
  );
  const head = markdownRow(["operation", "against", "how many: gas", "growth"]);
  return [
    "## Growth",
    "",
    "Differences below 150 are bytes of calldata that happen to be zero.",
    "",
    head,
    "|---|---|---|---|",
    ...rows,
    "",
  ];
}

const aligned = (lines: readonly string[]): Promise<string> =>
  format(lines.join("\n"), { parser: "markdown", printWidth: 120 });
