import { ReduceError } from "../ReduceError.ts";
import type { ByIndex, Neighbour } from "./Party.ts";

/**
 * The neighbours that something came from, in the order of the neighbours.
 * @throws ReduceError NotAPosition, if something came from another
 */
export function sendersAmong(neighbours: readonly Neighbour[], from: ByIndex<unknown>): readonly Neighbour[] {
  const senders = neighbours.filter(({ index }) => Object.hasOwn(from, index));
  if (senders.length === Object.keys(from).length) return senders;
  throw new ReduceError(
    "NotAPosition",
    "shares came from a device that is no neighbour",
    "Take those of neighbours only",
  );
}
