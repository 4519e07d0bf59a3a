import { conflict } from "../refusals.ts";
import type { Round } from "./Round.ts";

/**
 * Whether one more device fits into what the job pays for.
 * @throws ServiceError 409 RoundFull
 */
export function requireRoom(round: Pick<Round, "job" | "enrolled" | "units">, units: bigint, maxSize: number): void {
  const full = (fault: string) => conflict("RoundFull", fault, "Wait for another job");
  if (round.enrolled >= maxSize) throw full(`The round has its ${maxSize} devices`);
  const left = round.job.maxUnits - round.units;
  if (units > left) throw full(`The job has ${left} units left, this contribution costs ${units}`);
}
