import { databaseIn, HOST, LOG_LEVEL, portAt, PROXIES, PUBLIC_URLS } from "../services/options.ts";
import { type Command, command } from "../tasks/Command.ts";
import { flag, optional, required, standard } from "../tasks/option.ts";

/** `hardhat coordinator ...`: run rounds of computation, and settle them. */
export const coordinator: readonly Command[] = [
  command({
    id: ["coordinator", "start"],
    does: "Run a coordinator until Ctrl+C; logs go to standard error",
    example: "coordinator start --port 8788 --from 4",
    options: {
      key: optional("Its secret key, 0x and 64 hex digits, or @file that holds it (default, on a local chain: --from)"),
      database: databaseIn("datawell-coordinator.db"),
      host: HOST,
      port: portAt("8788"),
      publicUrls: PUBLIC_URLS,
      enrol: standard("1h", "How long devices may enrol for a job"),
      share: standard("10m", "How long they may take to share their secrets"),
      work: standard("1h", "How long they may take for the work"),
      unmask: standard("10m", "How long they may take to unmask the sum"),
      consent: standard("1h", "How long the consumer may look at the result before it is settled without consent"),
      confirmations: standard("3", "Blocks on top of a root before anything is built on it; 0 for a local chain"),
      payProviders: flag("Send the claims of providers as well, so that they need no ether"),
      logLevel: LOG_LEVEL,
      proxies: PROXIES,
    },
    load: () => import("./start.ts"),
  }),
  command({
    id: ["coordinator", "status"],
    does: "Ask a coordinator whether it works, and for the jobs of a dataset",
    example: "coordinator status --url http://127.0.0.1:8788 --dataset WTHR",
    options: {
      url: required("Its address"),
      dataset: optional("Dataset whose jobs to list: symbol, name or address of its token"),
    },
    load: () => import("./status.ts"),
  }),
];
