import type { Peer } from "../http/Peer.ts";
import { CoordinatorError } from "./CoordinatorError.ts";

/** A coordinator that is asked over HTTP. */
export const COORDINATOR: Peer = {
  name: "The coordinator",
  remedy: "Try again later; if it lasts, use another coordinator",
  error: (fault, options) => new CoordinatorError(fault, options),
};
