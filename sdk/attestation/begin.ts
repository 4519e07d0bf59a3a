import { z } from "zod";
import type { DeviceJournal } from "./DeviceJournal.ts";

/** When and how records are measured: the same at every attempt until the deadline. */
export interface Begun {
  readonly assessedAt: bigint; // unix seconds
  readonly deadline: bigint; // unix seconds
  readonly freshnessHorizon: number; // seconds
}

const kept = z.object({ assessedAt: z.string(), deadline: z.string(), freshnessHorizon: z.int() });

/**
 * What a device began before, while its deadline lasts; else what it begins now. It is the device's own memory: told by
 * an attester, a wrong moment would stop all others.
 */
export async function begin(journal: DeviceJournal, name: string, now: Begun): Promise<Begun> {
  const text = textOf(now);
  for (let attempt = 0; ; attempt++) {
    const first = await journal.fix(`${name}/begun/${attempt}`, text);
    if (first === text) return now;
    const before = begunIn(first);
    if (before.deadline > now.assessedAt) return before;
  }
}

const textOf = ({ assessedAt, deadline, freshnessHorizon }: Begun): string =>
  JSON.stringify({ assessedAt: assessedAt.toString(), deadline: deadline.toString(), freshnessHorizon });

function begunIn(text: string): Begun {
  const { assessedAt, deadline, freshnessHorizon } = kept.parse(JSON.parse(text));
  return { assessedAt: BigInt(assessedAt), deadline: BigInt(deadline), freshnessHorizon };
}
