import type { Queries } from "../../shared/database/index.ts";

/** What a query reads, and the moment that it answers for. */
export interface Reading {
  readonly queries: Queries;
  /** The later of the chain's clock and this machine's, unix seconds. */
  readonly now: number;
}
