import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { DeploymentFile } from "#sdk/connect.ts";
import { storeInfoSchema } from "#sdk/store/wire.ts";
import type { Rpc } from "../shared/chain/Rpc.ts";
import { type Database, openDatabase } from "../shared/database/index.ts";
import {
  answerOf,
  createHttpService,
  createWalletAuth,
  DEFAULT_LIMITS,
  type HttpService,
  type Limits,
  PROBLEM,
} from "../shared/http/index.ts";
import type { Log } from "../shared/log/index.ts";
import { createDatabaseBlobs } from "./blobs/createDatabaseBlobs.ts";
import { createS3Blobs, type S3Options } from "./blobs/createS3Blobs.ts";
import { createChainView } from "./chain/createChainView.ts";
import { adoptRing } from "./keys/activeKey.ts";
import { createNonces } from "./keys/createNonces.ts";
import { openKeyRing } from "./keys/openKeyRing.ts";
import { documentRoutes } from "./routes/documentRoutes.ts";
import { recordRoutes } from "./routes/recordRoutes.ts";
import { releaseRoutes } from "./routes/releaseRoutes.ts";
import type { RouteLimits } from "./routes/RouteLimits.ts";
import { DEFAULT_QUOTAS, type Quotas, type StoreContext } from "./StoreContext.ts";
import { STORE_TABLES } from "./tables.ts";

export interface StoreOptions {
  readonly database: string; // "sqlite:<file>", "sqlite::memory:" or "postgres://..."
  readonly keyFile: string; // the store's secrets; made where there is none
  readonly deployment: DeploymentFile;
  readonly rpc: Rpc; // a node of the deployment's chain: any ethers JsonRpcProvider is one
  readonly log: Log;
  readonly port?: number;
  readonly host?: string;
  /** Origins under which clients know this store; the one it listens at unless told otherwise. */
  readonly origins?: readonly string[];
  readonly s3?: S3Options; // where ciphertexts go; the database unless told otherwise
  readonly limits?: Partial<Limits & RouteLimits>;
  readonly quotas?: Partial<Quotas>;
  readonly chainTimeoutMs?: number;
  readonly maxBlockAge?: number; // seconds
  readonly clock?: () => number; // milliseconds since 1970
}

export interface Store {
  /** @throws DatabaseError, KeyFileError, ServiceError CannotListen */
  readonly start: () => Promise<{ readonly url: string }>;
  /** Lets running requests end, and closes the database. */
  readonly stop: () => Promise<void>;
}

const WRITES_PER_MINUTE = 60;
const RELEASES_PER_MINUTE = 60;

/** A metadata store: public documents, encrypted addresses, and their keys for whoever the chain says. */
export function createStore(options: StoreOptions): Store {
  let running: { readonly database: Database; readonly http: HttpService } | undefined;
  return {
    start: async () => {
      const database = await openDatabase(options.database, STORE_TABLES);
      let url = "";
      try {
        const context = await openContext(options, database, () => options.origins ?? [url]);
        const http = createHttp(options, context);
        ({ url } = await http.start());
        running = { database, http };
      } catch (error) {
        await database.close();
        throw error;
      }
      options.log.info("started", { url, chain: options.deployment.chainId, database: database.dialect });
      return { url };
    },
    stop: async () => {
      const { database, http } = running ?? {};
      running = undefined;
      await http?.stop();
      await database?.close();
      options.log.info("stopped");
    },
  };
}

async function openContext(
  options: StoreOptions,
  database: Database,
  origins: () => readonly string[],
): Promise<StoreContext> {
  const { keyFile, deployment, rpc, chainTimeoutMs, maxBlockAge, s3, quotas, clock = Date.now } = options;
  const now = () => Math.floor(clock() / 1_000);
  const ring = await openKeyRing(keyFile, now());
  await adoptRing(database, ring);
  return {
    database,
    ring,
    blobs: s3 === undefined ? createDatabaseBlobs(database, now) : createS3Blobs(s3),
    chain: createChainView({ deployment, rpc, timeoutMs: chainTimeoutMs, maxBlockAge, now }),
    nonces: createNonces(ring.nonceSecret, now),
    quotas: { ...DEFAULT_QUOTAS, ...quotas },
    origins,
    now,
  };
}

function createHttp(options: StoreOptions, context: StoreContext): HttpService {
  const { log, port, host, clock } = options;
  const limits = { writesPerMinute: WRITES_PER_MINUTE, releasesPerMinute: RELEASES_PER_MINUTE, ...options.limits };
  const routeLimits: RouteLimits = { ...limits, proxies: limits.proxies ?? DEFAULT_LIMITS.proxies, clock };
  const { origins, chain } = context;
  const auth = createWalletAuth({ chainId: chain.chainId, audiences: origins, provider: chain.provider, clock });
  return createHttpService({
    name: "store",
    log,
    port,
    host,
    limits,
    clock,
    ready: async () => {
      await context.database.query("SELECT 1 AS one");
      await chain.check();
    },
    routes: (app) => {
      infoRoute(app, context);
      documentRoutes(app, context, routeLimits);
      recordRoutes(app, context, auth, routeLimits);
      releaseRoutes(app, context, auth, routeLimits);
    },
  });
}

function infoRoute(app: OpenAPIHono, { chain, origins }: StoreContext): void {
  const route = createRoute({
    method: "get",
    path: "/",
    summary: "Which store this is",
    responses: { 200: answerOf(storeInfoSchema, "The store"), default: PROBLEM },
  });
  app.openapi(route, (c) =>
    c.json({ service: "store" as const, chainId: chain.chainId.toString(), origins: [...origins()] }, 200),
  );
}
