import type { Submission } from "#sdk/attestation/wire.ts";
import { refusal } from "../refusal.ts";

const HOUR = 3_600n;
const DAY = 24n * HOUR;

/** How long before its submission a contribution may have been measured: freshness must not be that of another year. */
const OLDEST = 2n * DAY;
const AHEAD = HOUR; // clocks differ
const LONGEST = 30n * DAY; // an attestation must not outlive what it says

/**
 * @param now unix seconds
 * @throws ServiceError 422 WrongMoment, WrongDeadline
 */
export function checkTimes({ assessedAt, deadline }: Submission, now: bigint): void {
  const moment = BigInt(assessedAt);
  if (moment < now - OLDEST || moment > now + AHEAD) {
    throw refusal("WrongMoment", "The records were not measured just now", "Measure them again, by a right clock");
  }
  if (BigInt(deadline) > now && BigInt(deadline) <= now + LONGEST) return;
  throw refusal("WrongDeadline", "The deadline is over, or more than 30 days away", "Choose one within 30 days");
}
