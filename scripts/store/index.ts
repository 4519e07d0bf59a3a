import { type Command, command } from "../tasks/Command.ts";
import { optional, standard } from "../tasks/option.ts";
import { DATABASE, KEY_FILE, S3 } from "./storeOptions.ts";

/** `hardhat store ...`: run a metadata store. */
export const store: readonly Command[] = [
  command({
    id: ["store", "start"],
    does: "Run a metadata store until Ctrl+C; logs go to standard error",
    example: "store start --port 8787",
    options: {
      database: DATABASE,
      keyFile: KEY_FILE,
      host: standard("127.0.0.1", "Address to listen at; 0.0.0.0 lets other machines in"),
      port: standard("8787", "Port to listen at; 0 takes a free one"),
      origins: optional("Origins under which clients reach it, such as https://store.example, separated by commas"),
      s3: S3,
      maxBlockAge: optional("Seconds that the newest block may lag behind the clock before no key is given"),
      proxies: standard("0", "Trusted proxies in front of it, which tell the clients' addresses"),
    },
    load: () => import("./start.ts"),
  }),
  command({
    id: ["store", "rotate"],
    does: "Give a store a new key: seals its records to it and destroys the old one; the store may run meanwhile",
    example: "store rotate",
    options: { database: DATABASE, keyFile: KEY_FILE },
    load: () => import("./rotate.ts"),
  }),
];
