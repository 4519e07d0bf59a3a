import type { Context, MiddlewareHandler } from "hono";
import { clientOf } from "./clientOf.ts";
import { ServiceError } from "./ServiceError.ts";

export interface RateLimitOptions {
  readonly perMinute: number; // how many may come at once, and how many come anew in a minute
  readonly proxies?: number;
  /** Whom to count for; the client's address unless told otherwise. */
  readonly by?: (c: Context) => string;
  readonly clock?: () => number; // milliseconds
}

interface Bucket {
  readonly left: number;
  readonly at: number;
}

const MAX_CLIENTS = 50_000;
const MINUTE = 60_000;

/** Lets each client do so much and no more (token bucket); for a whole service, or one costly route beside. */
export function rateLimit({ perMinute, proxies = 0, by, clock = Date.now }: RateLimitOptions): MiddlewareHandler {
  const buckets = new Map<string, Bucket>(); // the one that came last is last
  return async (c, next) => {
    const client = by?.(c) ?? clientOf(c, proxies);
    const at = clock();
    const before = buckets.get(client) ?? { left: perMinute, at };
    const left = Math.min(perMinute, before.left + (Math.max(0, at - before.at) * perMinute) / MINUTE);
    if (left < 1) throw tooMany(Math.ceil(((1 - left) * MINUTE) / perMinute / 1_000));
    buckets.delete(client);
    buckets.set(client, { left: left - 1, at });
    if (buckets.size > MAX_CLIENTS) buckets.delete(buckets.keys().next().value as string);
    await next();
  };
}

const tooMany = (retryAfter: number): ServiceError =>
  new ServiceError({
    status: 429,
    code: "TooManyRequests",
    fault: "You ask more often than this service allows",
    remedy: `Wait ${retryAfter} s`,
    retryAfter,
  });
