import type { Datawell } from "#sdk/chain/datawell.ts";
import { signerOf } from "#sdk/chain/signerOf.ts";
import { createCoordinatorService, type Rules, TABLES } from "../../services/coordinator/index.ts";
import { openDatabase } from "../../services/shared/database/index.ts";
import type { Log } from "../../services/shared/log/index.ts";
import type { Running } from "./Running.ts";

/** Rounds of seconds, on a chain that never reorganizes; providers need no ether. */
const RULES: Partial<Rules> = {
  enrolSeconds: 60,
  shareSeconds: 60,
  maskSeconds: 60,
  unmaskSeconds: 60,
  consentSeconds: 120,
  settleSeconds: 60,
  confirmations: 0,
  finality: 0,
  paysProviders: true,
};

export interface LocalCoordinator {
  readonly client: Datawell; // whose key posts and settles
  readonly log: Log;
  /** Unix seconds by which stages of a round end. */
  readonly now: () => number;
}

export interface RunningCoordinator extends Running {
  readonly account: string;
  /** Looks at all rounds at once. */
  readonly tick: () => Promise<void>;
}

/** The coordinator of this machine's chain. */
export async function startCoordinator({ client, log, now }: LocalCoordinator): Promise<RunningCoordinator> {
  const database = await openDatabase("sqlite::memory:", TABLES);
  const signer = signerOf(client);
  const limits = { requestsPerMinute: 1_000_000 }; // all devices of this machine have one address
  const service = await createCoordinatorService({
    client,
    signer,
    database,
    rules: RULES,
    limits,
    log,
    now,
    intervalMs: 200,
  });
  const { url } = await service.start();
  return {
    at: url,
    account: await signer.getAddress(),
    tick: service.coordinator.tick,
    stop: async () => {
      await service.stop();
      await database.close();
    },
  };
}
