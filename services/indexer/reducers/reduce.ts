import type { DatawellEvent } from "#sdk/events/DatawellEvent.ts";
import { archive } from "./archive.ts";
import { reduceBilling } from "./reduceBilling.ts";
import { reduceBoard } from "./reduceBoard.ts";
import { reduceFactory } from "./reduceFactory.ts";
import { reducePair } from "./reducePair.ts";
import { reducePool } from "./reducePool.ts";
import type { Context } from "./Reducer.ts";
import { reduceRegistry } from "./reduceRegistry.ts";
import { reduceToken } from "./reduceToken.ts";

const REDUCERS = {
  AttesterRegistry: reduceRegistry,
  BulletinBoard: reduceBoard,
  ComputeBilling: reduceBilling,
  DatasetFactory: reduceFactory,
  DataToken: reduceToken,
  DataPool: reducePool,
  Pair: reducePair,
} as const;

type Apply = (event: DatawellEvent, context: Context) => Promise<void>;

/**
 * Lets an event change the index.
 * @throws Discontinuity where it contradicts those before it; then nothing that was gathered may be kept
 */
export async function reduce(event: DatawellEvent, context: Context): Promise<void> {
  if (event.contract === "Alita") return;
  const reducer = REDUCERS[event.contract] as Readonly<Record<string, Apply | undefined>>;
  await reducer[event.name]?.(event, context);
  await archive(event, context);
}
