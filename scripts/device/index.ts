import { LOG_LEVEL } from "../services/options.ts";
import { type Command, command } from "../tasks/Command.ts";
import { flag, optional, required, standard } from "../tasks/option.ts";

const LEDGER = standard("datawell-device.db", "File in which the device remembers what it answers for and has spent");
const KEYSTORE = optional("The provider's keystore file (v3 JSON), as wallets export it (default: --from)");
const PASSWORD_FILE = optional("File with the keystore's password; asked for unless told");

/** `hardhat device ...`: answer jobs from records that stay here. */
export const device: readonly Command[] = [
  command({
    id: ["device", "add"],
    does: "Have the device answer for a contribution, whose records are in a file of this machine",
    example: "device add --dataset WTHR --file rows.csv --key @provider.key --from 1",
    options: {
      dataset: required("Dataset: symbol, name or address of its token"),
      file: required("The records that were contributed (.csv, .json, .jsonl or .parquet)"),
      key: required("The provider's secret, which the records give their root with; @file reads it from a file"),
      metadata: optional("The dataset's metadata document, which declares the fields (default: those in the file)"),
      ledger: LEDGER,
      keystore: KEYSTORE,
      passwordFile: PASSWORD_FILE,
    },
    load: () => import("./add.ts"),
  }),
  command({
    id: ["device", "start"],
    does: "Answer jobs until Ctrl+C; logs go to standard error",
    example: "device start --coordinators http://127.0.0.1:8788 --from 1",
    options: {
      coordinators: required("Addresses of coordinators, separated by commas"),
      ledger: LEDGER,
      keystore: KEYSTORE,
      passwordFile: PASSWORD_FILE,
      port: standard("8650", "Port at which this machine is told how the device does; 0 takes a free one"),
      logLevel: LOG_LEVEL,
      poll: standard("5s", "How often coordinators and chain are asked"),
      confirmations: standard("3", "Blocks on top of a root before the device acts on it; 0 for a local chain"),
      minCohort: standard("3", "Providers behind a result at least, whatever the pool allows"),
      epsilon: optional("Privacy budget for each dataset, such as 5 (default: the pool's terms)"),
      period: optional("How long until a spent budget is fresh again, such as 30d (default: the pool's terms)"),
      maxGas: standard("1000000000000", "Gas that one job may use: rows times gas per row"),
      allowExact: flag("Answer jobs of pools without a privacy policy, whose sums are exact"),
    },
    load: () => import("./start.ts"),
  }),
  command({
    id: ["device", "status"],
    does: "Ask a device that runs on this machine how it does",
    example: "device status --url http://127.0.0.1:8650",
    options: { url: standard("http://127.0.0.1:8650", "Its address") },
    load: () => import("./status.ts"),
  }),
];
