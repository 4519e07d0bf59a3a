import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { Log } from "../log/createLog.ts";
import type { Metrics } from "./createMetrics.ts";

/** Counts and logs each request by its route: neither the query nor the client is written. */
export function observe(metrics: Metrics, log: Log): MiddlewareHandler {
  const count = metrics.counter("http_requests_total", "Requests by route and status");
  const took = metrics.histogram("http_request_seconds", "Time to answer by route");
  return async (c, next) => {
    const start = performance.now();
    await next();
    const route = matchedRoutes(c).findLast(({ path }) => !path.endsWith("*"))?.path ?? "none";
    const seconds = (performance.now() - start) / 1_000;
    const { method } = c.req;
    const { status } = c.res;
    count({ method: /^[A-Z]{3,7}$/.test(method) ? method : "other", route, status });
    took({ route }, seconds);
    log.debug("request", { method, path: c.req.path, status, ms: Math.round(seconds * 1_000) });
  };
}
