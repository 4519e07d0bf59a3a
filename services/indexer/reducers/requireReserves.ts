import { Discontinuity } from "../state/Discontinuity.ts";
import { mustEqual } from "../state/must.ts";
import type { Row } from "../state/Table.ts";
import type { datasets } from "../tables/datasets.ts";
import { before, type PairEvent } from "./pairEvents.ts";
import type { Context, EventOf } from "./Reducer.ts";

/**
 * The reserves that a pair tells must be those before and what the step that follows moved. A lone Sync takes in what
 * was donated, whatever it is.
 * @throws Discontinuity
 */
export function requireReserves(
  { dataFirst, reserveData, reserveBase }: Row<typeof datasets>,
  { args }: EventOf<"Pair", "Sync">,
  step: PairEvent | undefined,
): void {
  if (step === undefined) return;
  const [change0, change1] = changesOf(step);
  if (change0 === undefined || change1 === undefined) return;
  const [reserve0, reserve1] = dataFirst ? [reserveData, reserveBase] : [reserveBase, reserveData];
  mustEqual("A pair's first reserve", args.reserve0, reserve0 + change0);
  mustEqual("A pair's second reserve", args.reserve1, reserve1 + change1);
}

function changesOf({ name, args }: PairEvent): readonly bigint[] {
  if (name === "Swap") return [args.amount0In - args.amount0Out, args.amount1In - args.amount1Out];
  if (name === "Mint") return [args.amount0, args.amount1];
  return name === "Burn" ? [-args.amount0, -args.amount1] : [];
}

/**
 * A step of a pair follows the Sync that tells its reserves.
 * @throws Discontinuity
 */
export function requireSync(event: PairEvent, context: Context): void {
  if (before(event, context)[0]?.name === "Sync") return;
  throw new Discontinuity(`A pair's ${event.name} has no Sync before it`);
}
