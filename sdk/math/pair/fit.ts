import { quoteDown } from "./quoteDown.ts";
import type { Reserves } from "./Reserves.ts";

/** The largest deposit at the reserves' ratio within both amounts (token wei); all of it into an empty pair. */
export function fit(data: bigint, base: bigint, reserves: Reserves): { readonly data: bigint; readonly base: bigint } {
  if (reserves.data === 0n) return { data, base };
  const matching = quoteDown(data, reserves.data, reserves.base);
  return matching <= base ? { data, base: matching } : { data: quoteDown(base, reserves.base, reserves.data), base };
}
