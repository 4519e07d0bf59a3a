import { once } from "node:events";
import { createIndexer } from "../../services/indexer/createIndexer.ts";
import { openDatabase } from "../../services/shared/database/index.ts";
import { createLog, type Level } from "../../services/shared/log/index.ts";
import { count } from "../input/count.ts";
import { oneOf } from "../input/oneOf.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { rpcOf } from "./rpcOf.ts";

interface StartArgs {
  readonly database: string;
  readonly port: string;
  readonly host: string;
  readonly window: string;
  readonly span: string;
  readonly logLevel?: string;
}

const LEVELS = ["debug", "info", "warn", "error", "silent"] as const satisfies readonly Level[];

const start: Action<StartArgs> = async (args, context) => {
  const { client } = await openSession(context);
  const level = args.logLevel === undefined ? "info" : oneOf(args.logLevel, "log-level", LEVELS);
  const database = await openDatabase(args.database);
  const indexer = await createIndexer({
    client,
    rpc: rpcOf(client),
    database,
    log: createLog({ service: "indexer", level }),
    port: Number(count(args.port, "port")),
    host: args.host,
    window: Number(count(args.window, "window")),
    span: Number(count(args.span, "span")),
  });
  const { url } = await indexer.start();
  console.error(`indexer: ${url}, Ctrl+C ends it`);
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await indexer.stop();
  await database.close();
  return { title: "The indexer has stopped", data: { url } };
};

export default start;
