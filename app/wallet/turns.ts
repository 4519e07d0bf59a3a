import { createTurns } from "../createTurns.ts";

/** Entering an account takes a while, and meanwhile somebody may choose another, or none: the last word counts. */
export const takeTurn = createTurns();
