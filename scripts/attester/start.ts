import { createAttester, DEFAULT_SAMPLE } from "../../services/attester/index.ts";
import { badInput } from "../input/badInput.ts";
import { count } from "../input/count.ts";
import { duration } from "../input/duration.ts";
import { list } from "../input/list.ts";
import { secret } from "../input/secret.ts";
import { databaseOf } from "../services/databaseOf.ts";
import { explained } from "../services/explained.ts";
import { logOf } from "../services/logOf.ts";
import { publicOrigins } from "../services/publicOrigins.ts";
import { untilStopped } from "../services/untilStopped.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { journalPath } from "./journalPath.ts";

interface StartArgs {
  readonly attesterKey: string;
  readonly pools: string | undefined;
  readonly database: string;
  readonly journal: string | undefined;
  readonly host: string;
  readonly port: string;
  readonly publicUrls: string | undefined;
  readonly records: string;
  readonly lanes: string;
  readonly horizon: string;
  readonly proxies: string;
  readonly logLevel: string;
}

const start: Action<StartArgs> = async (args, context) => {
  const { client, user } = await openSession(context);
  const journal = journalPath({ ...context, ...args }, client.chainId);
  const service = createAttester({
    client,
    secret: secret(args.attesterKey, "attester-key"),
    ...(args.pools !== undefined && { pools: list(args.pools) }),
    database: databaseOf(args.database),
    ...(args.journal !== "database" && { journal }),
    sample: { records: between(args.records, "records", 1_000), lanes: between(args.lanes, "lanes", 64) },
    freshnessHorizon: Number(duration(args.horizon, "horizon")),
    log: logOf("attester", args.logLevel),
    host: args.host,
    port: Number(count(args.port, "port")),
    publicUrls: publicOrigins(args.publicUrls),
    limits: { proxies: Number(count(args.proxies, "proxies")) },
  });
  if (context.dryRun) return { title: `Would attest as ${user}; nothing was started`, data: { dryRun: true, user } };
  const { url } = await explained(service.start);
  if (!context.json) console.log(`${user} attests at ${url} (Ctrl+C ends it)`);
  await untilStopped();
  await service.stop();
  return { title: "The attester has stopped", data: { url, attester: user } };
};

function between(text: string, option: string, most: number): number {
  const number = Number(count(text, option));
  if (number >= 1 && number <= most) return number;
  throw badInput(`--${option} is ${text}`, `Choose 1 to ${most}; ${JSON.stringify(DEFAULT_SAMPLE)} is usual`);
}

export default start;
