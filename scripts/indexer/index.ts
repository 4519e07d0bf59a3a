import { databaseIn, HOST, LOG_LEVEL, portAt, PROXIES } from "../services/options.ts";
import { type Command, command } from "../tasks/Command.ts";
import { standard } from "../tasks/option.ts";

const DATABASE = databaseIn("datawell-indexer.db");

/** `hardhat indexer ...`: follow the chain, answer questions about it, and check the answers. */
export const indexer: readonly Command[] = [
  command({
    id: ["indexer", "start"],
    does: "Follow the chain and answer questions about it over HTTP until Ctrl+C",
    example: "indexer start --port 8600",
    options: {
      database: DATABASE,
      host: HOST,
      port: portAt("8600"),
      window: standard("128", "Blocks below the head that can be reorganized"),
      span: standard("2000", "The most blocks to ask the node for at once"),
      proxies: PROXIES,
      logLevel: LOG_LEVEL,
    },
    load: () => import("./start.ts"),
  }),
  command({
    id: ["indexer", "verify"],
    does: "Build the index anew from the chain and compare, then ask the contracts; fails with the first differences",
    example: "indexer verify --sample 100",
    options: {
      database: DATABASE,
      sample: standard("100", "Rows of each kind to compare with the contracts' views"),
    },
    load: () => import("./verify.ts"),
  }),
];
