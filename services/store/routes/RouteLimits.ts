/** How often one client may do what costs the store a signature, a question to the chain or room. */
export interface RouteLimits {
  readonly writesPerMinute: number;
  readonly releasesPerMinute: number;
  readonly proxies: number; // as in the limits of the whole service
  readonly clock?: () => number; // milliseconds
}
