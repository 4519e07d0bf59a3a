/** What a pool's events say of a contribution. */
export interface Accepted {
  readonly contentTag: string;
  readonly provider: string;
  readonly quality: bigint; // bps
  readonly units: bigint;
  readonly reward: bigint; // reward token wei
}

/** Those of the contributions that were neither revoked nor slashed. */
export function liveContributions(all: readonly Accepted[], ended: Iterable<string>): readonly Accepted[] {
  const gone = new Set(ended);
  return all.filter(({ contentTag }) => !gone.has(contentTag));
}

/** What the live contributions of a pool come to. */
export interface Totals {
  readonly contributions: number;
  readonly providers: number;
  readonly units: bigint; // rows
  readonly quality: bigint | undefined; // mean, bps; undefined: there are none
}

/** Counts live contributions. */
export function totalsOf(live: readonly Accepted[]): Totals {
  const count = BigInt(live.length);
  const qualities = live.reduce((sum, { quality }) => sum + quality, 0n);
  return {
    contributions: live.length,
    providers: new Set(live.map(({ provider }) => provider)).size,
    units: live.reduce((sum, { units }) => sum + units, 0n),
    quality: count === 0n ? undefined : qualities / count,
  };
}
