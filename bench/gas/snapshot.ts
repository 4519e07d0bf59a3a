import type { Result } from "./measure.ts";

/** What snapshots/gas.json says of an operation, gas. */
export interface Figures {
  readonly ours: number;
  readonly floor: number;
  /** Measured in the same run, or marked as quoted. */
  readonly peers: Readonly<Record<string, number>>;
  /** Ours divided by the best peer's; null without peers. */
  readonly ratioToBest: number | null;
  readonly goal: number | null;
  /** Of what, how many, and what the operation costs then. */
  readonly growth: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export type Snapshot = Readonly<Record<string, Figures>>;

const QUOTED = " (quoted)";

export const toSnapshot = (results: readonly Result[]): Snapshot =>
  Object.fromEntries(results.map((result) => [result.operation.name, toFigures(result)]));

export function toFigures({ operation, ours, peers: measured, growth }: Result): Figures {
  const quoted = Object.entries(operation.quoted ?? {}).map(([name, gas]) => [name + QUOTED, gas]);
  const peers = { ...measured, ...Object.fromEntries(quoted) } as Record<string, number>;
  return {
    ours,
    floor: operation.floor,
    peers,
    ratioToBest: ratio(ours, bestOf(peers)?.gas),
    goal: operation.goal ?? null,
    growth: Object.fromEntries(
      growth.map(({ growth: { of, sizes }, gas }) => [
        of,
        Object.fromEntries(sizes.map((size, index) => [size, gas[index] ?? 0])),
      ]),
    ),
  };
}

/** The cheapest peer. */
export function bestOf(peers: Readonly<Record<string, number>>): { name: string; gas: number } | undefined {
  const [best] = Object.entries(peers).toSorted(([, a], [, b]) => a - b);
  return best && { name: best[0], gas: best[1] };
}

const ratio = (ours: number, best: number | undefined): number | null =>
  best === undefined ? null : Math.round((1_000 * ours) / best) / 1_000;

export const toText = (snapshot: Snapshot): string => `${JSON.stringify(snapshot, null, 2)}\n`;
