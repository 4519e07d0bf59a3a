import { type Command, command } from "../tasks/Command.ts";
import { optional, standard } from "../tasks/option.ts";

const DATABASE = standard("sqlite:indexer.sqlite", 'Database: "sqlite:<file>" or "postgres://user:password@host/name"');

/** `hardhat indexer ...`: follow the chain, answer questions about it, and check the answers. */
export const indexer: readonly Command[] = [
  command({
    id: ["indexer", "start"],
    does: "Follow the chain and answer questions about it over HTTP until Ctrl+C",
    example: "indexer start --database sqlite:indexer.sqlite --port 8600",
    options: {
      database: DATABASE,
      port: standard("8600", "Port to listen at; 0 takes a free one"),
      host: standard("127.0.0.1", "Address to listen at"),
      window: standard("128", "Blocks below the head that can be reorganized"),
      span: standard("2000", "The most blocks to ask the node for at once"),
      logLevel: optional("debug, info, warn, error or silent (default: info)"),
    },
    load: () => import("./start.ts"),
  }),
  command({
    id: ["indexer", "verify"],
    does: "Build the index anew from the chain and compare, then ask the contracts; fails with the first differences",
    example: "indexer verify --database sqlite:indexer.sqlite --sample 100",
    options: {
      database: DATABASE,
      sample: standard("100", "Rows of each kind to compare with the contracts' views"),
    },
    load: () => import("./verify.ts"),
  }),
];
