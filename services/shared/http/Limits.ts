/** What a service grants to each of its clients. */
export interface Limits {
  readonly bodyBytes: number;
  readonly bodyDepth: number; // levels of JSON
  readonly requestsPerMinute: number; // of one client; reached at once or spread
  readonly requestMs: number; // from the first byte of a request to the answer
  readonly headersMs: number; // until the head of a request is there
  readonly connections: number; // of all clients together
  readonly proxies: number; // trusted ones in front, each of which adds the address it saw to X-Forwarded-For
}

export const DEFAULT_LIMITS: Limits = {
  bodyBytes: 1024 * 1024,
  bodyDepth: 32,
  requestsPerMinute: 1_200,
  requestMs: 30_000,
  headersMs: 10_000,
  connections: 2_000,
  proxies: 0,
};
