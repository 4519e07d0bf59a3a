/** Takes a turn, and answers from then on whether nobody took one after it. */
export type TakeTurn = () => () => boolean;

/** Of several things that overlap and write the same, only the one that began last may: each takes a turn. */
export function createTurns(): TakeTurn {
  let latest = 0;
  return () => {
    latest += 1;
    const own = latest;
    return () => own === latest;
  };
}
