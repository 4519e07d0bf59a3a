import type { Figure } from "../offchain/Figure.ts";

/** A figure of the page. */
export interface Measured extends Figure {
  /** Whether a busy machine makes it worse: then missing its goal is worth a look, and no failure. */
  readonly isTimed?: boolean;
}
