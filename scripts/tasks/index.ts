import { emptyTask } from "hardhat/config";
import { attester } from "../attester/index.ts";
import { compute } from "../compute/index.ts";
import { coordinator } from "../coordinator/index.ts";
import { datasets } from "../dataset/index.ts";
import { deployment } from "../deploy/index.ts";
import { device } from "../device/index.ts";
import { indexer } from "../indexer/index.ts";
import { market } from "../market/index.ts";
import { pool } from "../pool/index.ts";
import { store } from "../store/index.ts";
import { tokens } from "../token/index.ts";
import type { Command } from "./Command.ts";
import { toTask } from "./toTask.ts";

/** What each group of commands is for. */
export const GROUPS: Readonly<Record<string, string>> = {
  dataset: "Launch datasets and look at them",
  token: "Look at tokens in a wallet, send them, destroy them",
  market: "Trade Data Tokens against ALITA, and provide liquidity",
  pool: "Contribute, stake, vote, license, and run a pool",
  attester: "Bond, vouch for contributions, and leave",
  compute: "Run jobs on the providers' devices, and pay for them",
  coordinator: "Run rounds of computation, and settle them",
  device: "Answer jobs from records that stay on this machine",
  indexer: "Follow the chain and answer questions about it",
  store: "Run a metadata store; publish, find and open what one keeps",
};

export const COMMANDS: readonly Command[] = [
  ...deployment,
  ...datasets,
  ...tokens,
  ...market,
  ...pool,
  ...attester,
  ...compute,
  ...coordinator,
  ...device,
  ...indexer,
  ...store,
];

/** All commands as Hardhat tasks. */
export const tasks = [
  ...Object.entries(GROUPS).map(([name, does]) => emptyTask(name, does).build()),
  ...COMMANDS.map(toTask),
];
