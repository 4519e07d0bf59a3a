import type { Round } from "../ledger/Round.ts";
import type { Context, Coordinator } from "./Context.ts";
import { findPlace } from "./findPlace.ts";

/**
 * Whether a coordinator has shown the roster that the chain fixed, with the device where it should be; asked for once.
 * @throws DeviceError CohortTooSmall, WrongRoster
 */
export async function isAcquainted(context: Context, coordinator: Coordinator, round: Round): Promise<boolean> {
  const { jobId, stage, body } = round;
  const { name } = coordinator;
  const { coordinators = [] } = body;
  if (coordinators.includes(name)) return true;
  const place = await findPlace(context, coordinator, round);
  if (place === undefined || place.rosterRoot !== body.place?.rosterRoot) return false;
  const add = { coordinators: [...coordinators, name] };
  await context.ledger.advance({ jobId, from: stage, to: stage, add });
  return true;
}
