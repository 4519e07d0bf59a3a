import { createIndexer } from "../../services/indexer/createIndexer.ts";
import { openDatabase } from "../../services/shared/database/index.ts";
import { count } from "../input/count.ts";
import { databaseOf } from "../services/databaseOf.ts";
import { explained } from "../services/explained.ts";
import { logOf } from "../services/logOf.ts";
import { untilStopped } from "../services/untilStopped.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { rpcOf } from "./rpcOf.ts";

interface StartArgs {
  readonly database: string;
  readonly host: string;
  readonly port: string;
  readonly window: string;
  readonly span: string;
  readonly proxies: string;
  readonly logLevel: string;
}

const start: Action<StartArgs> = async (args, context) => {
  const { client } = await openSession(context);
  const options = {
    client,
    rpc: rpcOf(client),
    log: logOf("indexer", args.logLevel),
    host: args.host,
    port: Number(count(args.port, "port")),
    window: Number(count(args.window, "window")),
    span: Number(count(args.span, "span")),
    limits: { proxies: Number(count(args.proxies, "proxies")) },
  };
  if (context.dryRun) return { title: "Would start an indexer; nothing was started", data: { dryRun: true } };
  return explained(async () => {
    const database = await openDatabase(databaseOf(args.database));
    const indexer = await createIndexer({ ...options, database });
    const { url } = await indexer.start();
    if (!context.json) console.log(`The indexer answers at ${url} (Ctrl+C ends it)`);
    await untilStopped();
    await indexer.stop();
    await database.close();
    return { title: "The indexer has stopped", data: { url } };
  });
};

export default start;
