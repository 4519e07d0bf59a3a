import type { Datawell } from "#sdk/chain/datawell.ts";
import { createFollower, type FollowerOptions } from "../shared/chain/follow.ts";
import type { Rpc } from "../shared/chain/Rpc.ts";
import type { Database } from "../shared/database/index.ts";
import { createHttpService, createMetrics, type HttpService, type Limits, ServiceError } from "../shared/http/index.ts";
import type { Log } from "../shared/log/index.ts";
import { createIndexing, type Indexing } from "./follow/createIndexing.ts";
import { accountRoutes } from "./routes/accountRoutes.ts";
import { createAnswer } from "./routes/createAnswer.ts";
import { datasetRoutes } from "./routes/datasetRoutes.ts";
import { jobRoutes } from "./routes/jobRoutes.ts";
import { marketRoutes } from "./routes/marketRoutes.ts";
import { poolRoutes } from "./routes/poolRoutes.ts";
import { statusRoute } from "./routes/statusRoute.ts";

export interface IndexerOptions {
  /** The deployment; its runner is not used. */
  readonly client: Datawell;
  readonly rpc: Rpc;
  /** Closed by whoever opened it, after `stop`. */
  readonly database: Database;
  readonly log: Log;
  readonly port?: number;
  readonly host?: string;
  readonly limits?: Partial<Limits>;
  readonly window?: number; // see IndexingOptions
  readonly span?: number;
  readonly follower?: Pick<FollowerOptions, "interval" | "backOff" | "longestBackOff">;
  readonly clock?: () => number; // milliseconds since 1970
}

export interface Indexer {
  /** Follows the chain and listens, at once: answers name the block that they are of. */
  readonly start: () => Promise<{ readonly url: string }>;
  /** Returns when the step under way is over and all is closed. */
  readonly stop: () => Promise<void>;
  /** Follows until there is nothing new; a start does it over and over. */
  readonly catchUp: () => Promise<void>;
  /** Answers one request without a network. */
  readonly fetch: HttpService["fetch"];
}

/** Follows a deployment and answers questions about it. */
export async function createIndexer(options: IndexerOptions): Promise<Indexer> {
  const { log, clock = Date.now } = options;
  const indexing = await createIndexing(options);
  let failed = 0; // steps in a row
  const follower = createFollower(indexing.followed, {
    ...options.follower,
    onFailure: (error, failures) => {
      failed = failures;
      log.warn("step failed", { failures, error });
    },
    onStep: (step) => {
      failed = 0;
      if (step === "reorg") log.info("chain reorganized");
    },
  });
  const service = createService(options, indexing, { clock, failures: () => failed });
  return {
    start: async () => {
      follower.start();
      return service.start();
    },
    stop: async () => {
      await service.stop();
      await follower.stop();
    },
    catchUp: follower.catchUp,
    fetch: service.fetch,
  };
}

interface Inside {
  readonly clock: () => number;
  readonly failures: () => number; // steps in a row that failed
}

function createService(options: IndexerOptions, { head }: Indexing, { clock, failures }: Inside): HttpService {
  const { database, log, port, host, limits } = options;
  const answer = createAnswer({ database, head, clock });
  return createHttpService({
    name: "indexer",
    log,
    port,
    host,
    limits,
    metrics: createMetrics(),
    ready: async () => {
      const { at } = await answer(async () => ({}));
      if (at.lagBlocks > READY_LAG) throw behind(at.lagBlocks);
      if (failures() > READY_FAILURES) throw standing(failures());
    },
    routes: (app) => {
      for (const add of [statusRoute, datasetRoutes, marketRoutes, poolRoutes, jobRoutes, accountRoutes]) {
        add(app, answer);
      }
    },
  });
}

/** Blocks behind the head up to which the service counts as ready. */
const READY_LAG = 16;

/** Failed steps in a row that may still be a hiccup. */
const READY_FAILURES = 3;

const standing = (failures: number) =>
  new ServiceError({
    status: 503,
    code: "StandsStill",
    fault: `The last ${failures} looks at the chain came to nothing`,
    remedy: "Look at the node and the disk; answers name the block that they are of",
    retryAfter: 30,
  });

const behind = (blocks: number) =>
  new ServiceError({
    status: 503,
    code: "Behind",
    fault: `The index is ${blocks} blocks behind the chain`,
    remedy: "Try again in a moment; answers name the block that they are of",
    retryAfter: 5,
  });
