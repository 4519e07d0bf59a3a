import { providerOf } from "#sdk/chain/providerOf.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import type { Signer } from "ethers";
import type { Database } from "../shared/database/Database.ts";
import { createHttpService, type HttpService } from "../shared/http/createHttpService.ts";
import { createWalletAuth } from "../shared/http/createWalletAuth.ts";
import type { Limits } from "../shared/http/Limits.ts";
import { ServiceError } from "../shared/http/ServiceError.ts";
import { createLog, type Log } from "../shared/log/createLog.ts";
import { createChain } from "./chain/createChain.ts";
import { type Coordinator, createCoordinator } from "./createCoordinator.ts";
import { addRoutes, ANNOUNCEMENT_BYTES, DEFAULT_ROUTE_LIMITS, type RouteLimits } from "./http/routes.ts";
import type { Rules } from "./Rules.ts";

export interface CoordinatorServiceOptions {
  readonly client: Datawell;
  /** The coordinator's key: a wallet that signs transactions itself. */
  readonly signer: Signer;
  /** Opened with `TABLES`. */
  readonly database: Database;
  readonly rules?: Partial<Rules>;
  readonly port?: number; // 0, the default, takes a free one
  readonly host?: string; // 127.0.0.1 unless told otherwise
  /** Under which clients know it, beside the address at which it listens. */
  readonly publicUrls?: readonly string[];
  readonly limits?: Partial<Limits & RouteLimits>;
  readonly log?: Log;
  readonly intervalMs?: number;
  readonly now?: () => number; // unix seconds, of the stages
  readonly patience?: number; // seconds until a transaction's fee is raised
}

/** A coordinator behind HTTP. */
export interface CoordinatorService extends Pick<HttpService, "fetch"> {
  readonly start: () => Promise<{ readonly url: string }>;
  readonly stop: () => Promise<void>;
  readonly coordinator: Coordinator;
}

/**
 * Listens to devices and consumers, and drives rounds on. Nothing is kept but in the database, so any number of these
 * may run on one.
 */
export async function createCoordinatorService(options: CoordinatorServiceOptions): Promise<CoordinatorService> {
  const { client, signer, database, rules, publicUrls = [], intervalMs, limits, host, port } = options;
  const log = options.log ?? createLog({ service: "coordinator" });
  const now = options.now ?? (() => Math.floor(Date.now() / 1_000));
  const chain = await createChain({ client, signer, database, now, patience: options.patience });
  const coordinator = createCoordinator({ database, chain, rules, now, log, intervalMs });
  const origins = new Set(publicUrls.map((url) => new URL(url).origin));
  const provider = providerOf(client);
  const auth = createWalletAuth({ chainId: client.chainId, audiences: () => [...origins], provider });
  const info = { service: "coordinator", chainId: client.chainId.toString(), account: chain.account } as const;
  const http = createHttpService({
    name: "coordinator",
    routes: (app) =>
      addRoutes(app, { api: { ...coordinator, info }, auth, limits: { ...DEFAULT_ROUTE_LIMITS, ...limits } }),
    log,
    port,
    host,
    limits: { bodyBytes: ANNOUNCEMENT_BYTES, ...limits },
    ready: async () => {
      await database.query("SELECT 1 AS one");
      await requireChain(client);
    },
  });
  return {
    coordinator,
    fetch: http.fetch,
    start: async () => {
      const { url } = await http.start();
      origins.add(new URL(url).origin);
      coordinator.start();
      log.info("started", { account: chain.account });
      return { url };
    },
    stop: async () => {
      await http.stop();
      await coordinator.stop();
    },
  };
}

async function requireChain(client: Datawell): Promise<void> {
  const fault = await problemOf(client);
  if (fault === undefined) return;
  throw new ServiceError({ status: 503, code: "ChainUnavailable", fault, remedy: "Look at the node", retryAfter: 5 });
}

async function problemOf(client: Datawell): Promise<string | undefined> {
  try {
    const { chainId } = await providerOf(client).getNetwork();
    return chainId === client.chainId ? undefined : `The node is of chain ${chainId}, not ${client.chainId}`;
  } catch {
    return "The node does not answer";
  }
}
