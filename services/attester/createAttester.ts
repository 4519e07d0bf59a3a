import { PURPOSE } from "#sdk/auth/Delegation.ts";
import { FRESHNESS_HORIZON } from "#sdk/data/assessQuality.ts";
import { providerOf } from "#sdk/chain/providerOf.ts";
import { signerOf } from "#sdk/chain/signerOf.ts";
import { oprfKey } from "#sdk/oprf/oprfKey.ts";
import { type Database, openDatabase } from "../shared/database/index.ts";
import {
  createHttpService,
  createWalletAuth,
  DEFAULT_LIMITS,
  type HttpService,
  type WalletAuth,
} from "../shared/http/index.ts";
import type { Attester } from "./Attester.ts";
import { type AttesterOptions, DEFAULT_QUOTAS, DEFAULT_SAMPLE } from "./AttesterOptions.ts";
import { checkActive } from "./checks/checkActive.ts";
import { databaseJournal } from "./journal/databaseJournal.ts";
import { fileJournal } from "./journal/fileJournal.ts";
import { MIGRATIONS } from "./migrations.ts";
import { evaluationRoute } from "./routes/evaluationRoute.ts";
import { openingRoute } from "./routes/openingRoute.ts";
import { poolRoute } from "./routes/poolRoute.ts";
import { submissionRoute } from "./routes/submissionRoute.ts";
import { challengeSecret } from "./state/challengeSecret.ts";
import { createAccepted } from "./state/createAccepted.ts";

export interface AttesterService {
  /**
   * Opens the database and listens.
   * @throws DatabaseError, ServiceError CannotListen, DataError InvalidKey, DatawellError NoSigner
   */
  readonly start: () => Promise<{ readonly url: string; readonly port: number }>;
  /** Lets running requests end and closes all. */
  readonly stop: () => Promise<void>;
}

/** Room for 80 records of a wide table; more is not asked for. */
const BODY_BYTES = 8 * 1024 * 1024;

const ROUTES = [poolRoute, evaluationRoute, submissionRoute, openingRoute];

/**
 * An attester as a service: evaluates the tags and sketches of records that it does not see, draws a few of them when
 * all is fixed, and signs what those do not refute. Any number of its processes may share a database and a journal.
 */
export function createAttester(options: AttesterOptions): AttesterService {
  let database: Database | undefined;
  let http: HttpService | undefined;
  return {
    start: async () => {
      database = await openDatabase(options.database, MIGRATIONS);
      const { client, clock, publicUrls = [] } = options;
      const audiences = publicUrls.map((url) => new URL(url).origin);
      const auth = createWalletAuth({
        chainId: client.chainId,
        audiences: () => audiences,
        provider: providerOf(client),
        purpose: PURPOSE.attestation,
        ...(clock && { clock }),
      });
      http = httpOf(options, await attesterOf(options, database), auth);
      const at = await http.start();
      audiences.push(at.url);
      return at;
    },
    stop: async () => {
      await http?.stop();
      await database?.close();
    },
  };
}

async function attesterOf(options: AttesterOptions, database: Database): Promise<Attester> {
  const { client, secret, pools, journal, log, clock = Date.now } = options;
  const served = pools && new Set(pools.map((pool) => pool.toLowerCase()));
  return {
    client,
    address: await signerOf(client).getAddress(),
    key: oprfKey(secret),
    challengeSecret: await challengeSecret(database),
    serves: (pool) => served === undefined || served.has(pool.toLowerCase()),
    sample: options.sample ?? DEFAULT_SAMPLE,
    freshnessHorizon: options.freshnessHorizon ?? FRESHNESS_HORIZON,
    contributionsOf: createAccepted(client),
    proxies: options.limits?.proxies ?? DEFAULT_LIMITS.proxies,
    quotas: { ...DEFAULT_QUOTAS, ...options.quotas },
    database,
    journal: journal === undefined ? databaseJournal(database) : fileJournal(journal),
    log,
    clock,
  };
}

const httpOf = (options: AttesterOptions, attester: Attester, auth: WalletAuth): HttpService =>
  createHttpService({
    name: "attester",
    routes: (app) => {
      for (const route of ROUTES) route(app, attester, auth);
    },
    log: options.log,
    port: options.port ?? 0,
    host: options.host ?? "127.0.0.1",
    limits: { bodyBytes: BODY_BYTES, ...options.limits },
    ready: () => checkActive(attester),
    clock: attester.clock,
  });
