import type { JsonRpcApiProvider } from "ethers";
import { deploymentPath } from "#deploy/deployments.ts";
import { providerOf } from "#sdk/chain/providerOf.ts";
import type { DeploymentFile } from "#sdk/connect.ts";
import { createStore } from "../../services/store/createStore.ts";
import { count } from "../input/count.ts";
import { readJson } from "../input/readJson.ts";
import { databaseOf } from "../services/databaseOf.ts";
import { explained } from "../services/explained.ts";
import { logOf } from "../services/logOf.ts";
import { publicOrigins } from "../services/publicOrigins.ts";
import { untilStopped } from "../services/untilStopped.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { s3Of } from "./s3Of.ts";

interface StartArgs {
  readonly database: string;
  readonly keyFile: string;
  readonly host: string;
  readonly port: string;
  readonly publicUrls: string | undefined;
  readonly s3: string | undefined;
  readonly maxBlockAge: string | undefined;
  readonly proxies: string;
  readonly logLevel: string;
}

const start: Action<StartArgs> = async (args, context) => {
  const { client } = await openSession(context);
  const path = context.deployment ?? deploymentPath(client.chainId);
  const store = createStore({
    database: databaseOf(args.database),
    keyFile: args.keyFile,
    deployment: readJson(path, "deployment") as unknown as DeploymentFile,
    rpc: providerOf(client) as JsonRpcApiProvider,
    log: logOf("store", args.logLevel),
    host: args.host,
    port: Number(count(args.port, "port")),
    origins: args.publicUrls === undefined ? undefined : publicOrigins(args.publicUrls),
    s3: s3Of(args.s3),
    maxBlockAge: args.maxBlockAge === undefined ? undefined : Number(count(args.maxBlockAge, "max-block-age")),
    limits: { proxies: Number(count(args.proxies, "proxies")) },
  });
  if (context.dryRun) return { title: "Would start a store; nothing was started", data: { dryRun: true } };
  const { url } = await explained(store.start);
  if (!context.json) console.log(`The store answers at ${url} (Ctrl+C ends it)`);
  await untilStopped();
  await store.stop();
  return { title: "The store has stopped", data: { url } };
};

export default start;
