import type { AddressInfo } from "node:net";
import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import type { Context, MiddlewareHandler } from "hono";
import type { Log } from "../log/createLog.ts";
import { checkJson } from "./checkJson.ts";
import { createMetrics, type Metrics } from "./createMetrics.ts";
import { DEFAULT_LIMITS, type Limits } from "./Limits.ts";
import { observe } from "./observe.ts";
import { rateLimit } from "./rateLimit.ts";
import { refuseInvalid } from "./refuseInvalid.ts";
import { ServiceError } from "./ServiceError.ts";
import { toProblem, toServiceError } from "./toProblem.ts";

export interface HttpServiceOptions {
  readonly name: string;
  readonly version?: string;
  /** Adds what the service answers, by `app.openapi(createRoute(...), handler)`. */
  readonly routes: (app: OpenAPIHono) => void;
  readonly log: Log;
  readonly port?: number; // 0, the default, takes a free one
  readonly host?: string; // 127.0.0.1 unless told otherwise
  readonly limits?: Partial<Limits>;
  /** Whose web pages may ask; "*", the default, lets all: no answer depends on cookies. */
  readonly origins?: string | string[];
  readonly metrics?: Metrics;
  /** Throws while the service cannot do its work. */
  readonly ready?: () => Promise<void>;
  readonly clock?: () => number; // milliseconds, of the rate limit
}

export interface HttpService {
  /**
   * Listens.
   * @throws ServiceError CannotListen
   */
  readonly start: () => Promise<{ readonly url: string; readonly port: number }>;
  /** Takes nothing new, lets running requests end for up to five seconds, and returns when all is closed. */
  readonly stop: () => Promise<void>;
  /** Answers one request without a network. */
  readonly fetch: (request: Request) => Promise<Response>;
}

const GRACE = 5_000; // milliseconds
const SWEEP = 20; // milliseconds
const WITH_BODY = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/**
 * A service over HTTP with all that each of ours has: limits, problem documents (RFC 9457), CORS, logs, and
 * `/health`, `/ready`, `/metrics` and `/openapi.json`.
 */
export function createHttpService(options: HttpServiceOptions): HttpService {
  const { port = 0, host = "127.0.0.1" } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const app = createApp(options, limits);
  let server: Server | undefined;
  return {
    fetch: async (request) => app.fetch(request),
    start: async () => {
      server = createServer(app, limits);
      await listen(server, port, host);
      const address = server.address() as AddressInfo;
      return { url: `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`, port: address.port };
    },
    stop: async () => {
      if (server?.listening) await close(server);
      server = undefined;
    },
  };
}

function createApp(options: HttpServiceOptions, limits: Limits): OpenAPIHono {
  const { name, version = "1", routes, log, metrics = createMetrics(), origins = "*", ready, clock } = options;
  const app = new OpenAPIHono({ defaultHook: refuseInvalid });
  app.onError((error, c) => answer(toServiceError(error), c, log));
  app.notFound(() => {
    throw new ServiceError({
      status: 404,
      code: "NoSuchRoute",
      fault: "There is nothing here",
      remedy: "See /openapi.json",
    });
  });
  app.use(observe(metrics, log));
  app.use(cors({ origin: origins, exposeHeaders: ["retry-after"], maxAge: 3_600 }));
  app.use(harmless);
  app.get("/health", (c) => c.json({ service: name, status: "alive" }));
  app.get("/ready", async (c) => {
    await ready?.();
    return c.json({ service: name, status: "ready" });
  });
  app.get("/metrics", (c) => c.text(metrics.text(), 200, { "content-type": "text/plain; version=0.0.4" }));
  app.use(rateLimit({ perMinute: limits.requestsPerMinute, proxies: limits.proxies, clock }));
  app.use(inTime(limits.requestMs));
  app.use(readableBody(limits));
  app.doc31("/openapi.json", { openapi: "3.1.0", info: { title: `Datawell ${name}`, version } });
  routes(app);
  return app;
}

function answer(error: ServiceError, c: Context, log: Log): Response {
  const { status, code, cause, retryAfter } = error;
  if (status >= 500) log.error("failed", { method: c.req.method, path: c.req.path, status, code, cause });
  const response = toProblem(error);
  if (retryAfter !== undefined) response.headers.set("retry-after", String(retryAfter));
  if (status === 413) response.headers.set("connection", "close"); // the rest of the body is not read
  if (status === 401) response.headers.set("www-authenticate", "Datawell");
  return response;
}

/** Answers are data: no browser is to guess, run or keep them. */
const harmless: MiddlewareHandler = async (c, next) => {
  await next();
  c.header("x-content-type-options", "nosniff");
  c.header("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
  if (!c.res.headers.has("cache-control")) c.header("cache-control", "no-store");
};

function inTime(milliseconds: number): MiddlewareHandler {
  const late = { status: 503, code: "TimedOut", fault: "This took too long", remedy: "Try again later" } as const;
  return async (_, next) => {
    let timer: NodeJS.Timeout | undefined;
    const alarm = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new ServiceError({ ...late, retryAfter: 5 })), milliseconds);
    });
    try {
      await Promise.race([next(), alarm]);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** Reads no more of a body than its limit, and of JSON none that would harm. */
function readableBody({ bodyBytes, bodyDepth }: Limits): MiddlewareHandler {
  const limited = bodyLimit({
    maxSize: bodyBytes,
    onError: () => {
      const fault = `The body has more than ${bodyBytes} bytes`;
      throw new ServiceError({ status: 413, code: "TooLarge", fault, remedy: "Send less" });
    },
  });
  return async (c, next) => {
    if (!WITH_BODY.has(c.req.method)) return next();
    return limited(c, async () => {
      if (/\bjson\b/i.test(c.req.header("content-type") ?? "")) checkJson(await c.req.text(), bodyDepth);
      await next();
    });
  };
}

function createServer(app: OpenAPIHono, { requestMs, headersMs, connections }: Limits): Server {
  const serverOptions = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: Math.min(1_000, headersMs),
    keepAliveTimeout: 5_000,
    maxHeaderSize: 16 * 1024,
  };
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions }) as Server;
  server.maxConnections = connections;
  server.setTimeout(requestMs + headersMs); // a client that reads its answer too slowly
  return server;
}

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", (cause) => {
      const fault = `Nothing can listen at ${host}:${port}`;
      reject(new ServiceError({ status: 500, code: "CannotListen", fault, remedy: "Choose another port", cause }));
    });
    server.listen(port, host, resolve);
  });

function close(server: Server): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), GRACE);
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP); // those that become idle from now on, too
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(timer);
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });
}
