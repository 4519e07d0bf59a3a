import { GROUPS } from "../tasks/index.ts";
import type { Command } from "../tasks/Command.ts";
import { COMMON } from "../tasks/common.ts";
import type { Option } from "../tasks/option.ts";
import { optionText } from "../tasks/optionText.ts";

const INTRODUCTION = `# Commands

Everything that a maker, provider, attester, consumer or trader does with Datawell can be done from a terminal. Commands
are Hardhat tasks: \`npx hardhat <command> --help\` explains each one.

\`\`\`sh
npm start                                             # a local chain with the system, in one terminal
npx hardhat dataset list                              # in another one: no option is needed
npx hardhat market buy --dataset WTHR --spend 100 --from 19
npx hardhat --network remote dataset list --json      # another chain, for a program
\`\`\`

- **Network.** Without \`--network\` it is the local chain, wherever \`deployments/31337.json\` says that it listens. Other
  networks are those of \`hardhat.config.ts\`, with their keys in Hardhat's keystore.
- **Amounts** are whole tokens with as many decimals as the token has: \`12.5\`. Shares are in %, durations are such as
  \`90s\`, \`30m\`, \`12h\`, \`3d\`.
- **Datasets** are named by symbol, name or the address of their token. Anybody may launch a second one of the same name:
  where two are called the same, only the address will do.
- **Accounts** are named by their number in the network's list, from 0, or by their address.
- **Faults** go to stderr as a sentence and a remedy, with exit code 1. With \`--json\` they are JSON as well.
- **Text and \`--json\`.** Text cuts amounts after six decimals; JSON has them to the wei, and times in unix seconds.
- **\`--dry-run\`** checks everything that the chain would check, shows the outcome, and sends nothing.

A contribution whose attesters sit elsewhere takes three steps and two files:

\`\`\`sh
npx hardhat pool contribute --dataset WTHR --file rows.csv --key @my.key --out c.json          # provider
npx hardhat attester attest --contribution c.json --file rows.csv --key @my.key \\
  --attester-key @attesters.key --out a5.json --from 5                                         # each attester
npx hardhat pool contribute --dataset WTHR --attestations a5.json,a6.json                      # provider
\`\`\`

A provider without coin for gas signs instead, and anybody submits:

\`\`\`sh
npx hardhat pool consent --dataset WTHR --attestations a5.json,a6.json --out consent.json      # provider
npx hardhat pool contribute --dataset WTHR --attestations a5.json,a6.json --consent consent.json --from 3
\`\`\`
`;

/** docs/cli.md, from the declarations of the commands. */
export function cliSource(commands: readonly Command[]): string {
  const groups = [...new Set(commands.map(({ id }) => id[0] ?? ""))];
  const sections = groups.map((group) =>
    groupSection(
      group,
      commands.filter(({ id }) => id[0] === group),
    ),
  );
  return [INTRODUCTION, `## Options of every command\n\n${optionLines(COMMON)}\n`, ...sections].join("\n");
}

function groupSection(name: string, commands: readonly Command[]): string {
  const [title, does] = GROUPS[name] === undefined ? [name, ""] : [name, `\n${GROUPS[name]}.\n`];
  return `## ${title}\n${does}\n${commands.map(commandSection).join("\n")}`;
}

function commandSection({ id, does, example, options }: Command): string {
  const lines = optionLines(options);
  return `### ${id.join(" ")}\n\n${does}.\n\n\`\`\`sh\nnpx hardhat ${example}\n\`\`\`\n${lines === "" ? "" : `\n${lines}\n`}`;
}

const optionLines = (options: Readonly<Record<string, Option>>): string =>
  Object.entries(options)
    .map(([name, option]) => `- \`${optionText(name)}\` ${option.does}${remark(option)}`)
    .join("\n");

function remark(option: Option): string {
  if (option.kind === "required") return " (required)";
  return option.kind === "standard" && option.value !== "" ? ` (default: ${option.value})` : "";
}
