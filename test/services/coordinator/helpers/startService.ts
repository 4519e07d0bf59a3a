import { connectCoordinator } from "#sdk/rounds/index.ts";
import {
  createCoordinatorService,
  type CoordinatorServiceOptions,
  TABLES,
} from "../../../../services/coordinator/index.ts";
import { openDatabase } from "../../../../services/shared/database/index.ts";
import { RULES, SILENT, type Stage } from "./stage.ts";

const NEVER = 60_000_000; // milliseconds: a test looks at the rounds itself

/** A coordinator behind HTTP over the stage's chain, with what a test does otherwise. */
export async function startService(stage: Stage, options: Partial<CoordinatorServiceOptions> = {}) {
  const database = options.database ?? (await openDatabase("sqlite::memory:", TABLES));
  const service = await createCoordinatorService({
    client: stage.world.stranger,
    signer: stage.coordinator,
    rules: RULES,
    log: SILENT,
    now: stage.clock.now,
    intervalMs: NEVER,
    ...options,
    database,
  });
  const { url } = await service.start();
  const stop = async () => {
    await service.stop();
    await database.close();
  };
  return { url, api: connectCoordinator(url), coordinator: service.coordinator, stop };
}
