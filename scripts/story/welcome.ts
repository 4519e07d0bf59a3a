import { styleText } from "node:util";
import { read, tokenAt } from "#sdk";
import { CONTRACT_NAMES } from "#deploy/plan.ts";
import { LOCAL_CHAIN_ID } from "../chain/Chain.ts";
import { chainTime, wallTime } from "../chain/clock.ts";
import type { ServedChain } from "../chain/serve.ts";
import type { Person } from "./cast.ts";
import type { Played } from "./playOn.ts";
import { alita } from "./show.ts";
import { ATTESTERS_KEY } from "./slices.ts";

/** A file of real flights, told from those that the pool has already. */
const FLIGHTS = "node_modules/vega-datasets/data/flights-5k.json";

const NEXT = [
  "npx hardhat dataset list",
  "npx hardhat pool show --dataset WTHR",
  "npx hardhat market quote --dataset WTHR --spend 100",
  "npx hardhat market buy --dataset WTHR --spend 100 --from 19",
  `npx hardhat pool contribute --dataset FLGT --file ${FLIGHTS} --from 19 --attesters 3,4 \\`,
  `  --key 0x${"11".repeat(32)} --attester-key ${ATTESTERS_KEY}`,
  "npx hardhat --help   (all commands: docs/cli.md)",
];

/** What somebody needs who has just started the chain. */
export async function welcome(
  chain: ServedChain,
  { deployment, cast, estate, services, network }: Played,
): Promise<readonly string[]> {
  const people = await Promise.all(Object.values(cast).map(account));
  return [
    ...section("Network settings for MetaMask", [
      `Network name     Datawell local`,
      `RPC URL          ${chain.rpcUrl}`,
      `Chain id         ${LOCAL_CHAIN_ID}`,
      `Currency symbol  ETH`,
      await clock(chain),
    ]),
    ...section(
      "Contracts (also in deployments/31337.json)",
      CONTRACT_NAMES.map((name) => `${name.padEnd(17)}${deployment.addresses[name]}`),
    ),
    ...section("Services (the first path to read: /openapi.json)", [
      `store        ${services.urls.store}`,
      `indexer      ${services.urls.indexer}`,
      `coordinator  ${network.coordinator.at}`,
      ...services.urls.attesters.map((url) => `attester     ${url}`),
      `${network.devices.length} devices answer jobs on CITY as long as this runs`,
    ]),
    ...section(
      "Datasets",
      estate.datasets.flatMap(({ name, symbol, token, pair, pool }) => [
        `${name} (${symbol})`,
        `  token ${token}  pair ${pair}  pool ${pool}`,
      ]),
    ),
    ...section("Test accounts: their private keys are public. Never use them on another chain", people),
    ...section("In a second terminal", NEXT),
  ];
}

const section = (title: string, lines: readonly string[]): readonly string[] => [
  "",
  styleText("bold", title),
  ...lines.map((line) => `  ${line}`),
];

async function clock(chain: ServedChain): Promise<string> {
  const ahead = (await chainTime(chain)) - wallTime();
  if (ahead <= 60n) return "Chain clock      the same as this machine's";
  return `Chain clock      ${ahead} seconds ahead of this machine's: choose deadlines by the chain's`;
}

async function account(person: Person): Promise<string> {
  const { number, name, role, address, privateKey } = person;
  const held = await read(person, tokenAt(person.alita.address), "balanceOf", [address]);
  return `${String(number).padStart(2)}  ${name.padEnd(9)}${address}  ${privateKey}  ${alita(held)}, ${role}`;
}
