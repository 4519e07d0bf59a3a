import { conflict } from "../refusals.ts";
import type { Rules } from "../Rules.ts";
import { mostDevices } from "./mostDevices.ts";
import type { Round } from "./Round.ts";

/**
 * Whether one more device fits into the round and into what the job pays for.
 * @throws ServiceError 409 RoundFull
 */
export function requireRoom(
  round: Pick<Round, "job" | "task" | "enrolled" | "units">,
  units: bigint,
  rules: Rules,
): void {
  const full = (fault: string) => conflict("RoundFull", fault, "Wait for another job");
  const most = mostDevices(round, rules);
  if (round.enrolled >= most) throw full(`The round has its ${most} devices`);
  const left = round.job.maxUnits - round.units;
  if (units > left) throw full(`The job has ${left} units left, this contribution costs ${units}`);
}
