import type { Kept } from "../kept/Kept.ts";
import type { Own } from "../own/readOwn.ts";

/** An earlier contribution that a new one updates, with its secret. */
export interface Parent {
  readonly own: Own;
  readonly kept: Kept;
}
