import { type Provider, type Signer, Wallet } from "ethers";
import { fullProviderOf } from "#sdk/chain/fullProviderOf.ts";
import { createCoordinatorService, type Rules, TABLES } from "../../services/coordinator/index.ts";
import { openDatabase } from "../../services/shared/database/index.ts";
import { LOCAL_CHAIN_ID } from "../chain/Chain.ts";
import { testAccounts } from "../chain/testAccounts.ts";
import { badInput } from "../input/badInput.ts";
import { count } from "../input/count.ts";
import { duration } from "../input/duration.ts";
import { secret } from "../input/secret.ts";
import { databaseOf } from "../services/databaseOf.ts";
import { explained } from "../services/explained.ts";
import { logOf } from "../services/logOf.ts";
import { publicOrigins } from "../services/publicOrigins.ts";
import { untilStopped } from "../services/untilStopped.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import type { Session } from "../tasks/Session.ts";

interface RuleArgs {
  readonly enrol: string;
  readonly share: string;
  readonly work: string;
  readonly unmask: string;
  readonly consent: string;
  readonly confirmations: string;
  readonly payProviders: boolean;
}

interface StartArgs extends RuleArgs {
  readonly key: string | undefined;
  readonly database: string;
  readonly host: string;
  readonly port: string;
  readonly publicUrls: string | undefined;
  readonly proxies: string;
  readonly logLevel: string;
}

const ACCOUNTS = 20; // of a local chain

const start: Action<StartArgs> = async (args, context) => {
  const session = await openSession(context);
  const { client } = session;
  const signer = signerFor(session, args.key, fullProviderOf(client));
  const account = await signer.getAddress();
  const options = {
    client,
    signer,
    rules: rulesOf(args),
    host: args.host,
    port: Number(count(args.port, "port")),
    publicUrls: publicOrigins(args.publicUrls),
    limits: { proxies: Number(count(args.proxies, "proxies")) },
    log: logOf("coordinator", args.logLevel),
  };
  if (context.dryRun) {
    return { title: `Would start a coordinator as ${account}; nothing was started`, data: { dryRun: true, account } };
  }
  return explained(async () => {
    const database = await openDatabase(databaseOf(args.database), TABLES);
    const service = await createCoordinatorService({ ...options, database });
    const { url } = await service.start();
    if (!context.json) console.log(`The coordinator ${account} answers at ${url} (Ctrl+C ends it)`);
    await untilStopped();
    await service.stop();
    await database.close();
    return { title: "The coordinator has stopped", data: { url, account } };
  });
};

/** A key in this process: a node would not sign what has to be written down before it is sent. */
function signerFor({ client, user }: Session, key: string | undefined, provider: Provider): Signer {
  if (key !== undefined) return new Wallet(secret(key, "key"), provider);
  const found =
    client.chainId === BigInt(LOCAL_CHAIN_ID)
      ? testAccounts(ACCOUNTS).find(({ address }) => address === user)
      : undefined;
  if (found !== undefined) return found.connect(provider);
  throw badInput("The coordinator needs its own key", "Pass --key @file with 0x and 64 hexadecimal digits");
}

const rulesOf = (args: RuleArgs): Partial<Rules> => ({
  enrolSeconds: Number(duration(args.enrol, "enrol")),
  shareSeconds: Number(duration(args.share, "share")),
  maskSeconds: Number(duration(args.work, "work")),
  unmaskSeconds: Number(duration(args.unmask, "unmask")),
  consentSeconds: Number(duration(args.consent, "consent")),
  confirmations: Number(count(args.confirmations, "confirmations")),
  paysProviders: args.payProviders,
});

export default start;
