import { ContributionKind } from "#sdk/types/Contribution.ts";
import type { PoolEvent } from "../../../data/pool/poolEvents.ts";

/** The contributions of a pool that can compute, as far as the chain knows. */
export interface Devices {
  readonly count: number;
  readonly rows: readonly bigint[]; // of each
  readonly most: bigint; // rows of the one that has most
}

/** Contributions that stay on their providers' devices and were neither revoked nor slashed. */
export function devicesIn(events: readonly PoolEvent[]): Devices {
  const rows = new Map<string, bigint>();
  for (const event of events) {
    if (event.name === "Revoke") rows.delete(event.args.contentTag);
    else if (event.name === "SlashDuplicate") rows.delete(event.args.newer);
    else if (event.args.contribution.kind === ContributionKind.Device) {
      rows.set(event.args.contentTag, event.args.contribution.units);
    }
  }
  const all = [...rows.values()];
  return { count: all.length, rows: all, most: all.reduce((most, one) => (one > most ? one : most), 0n) };
}
