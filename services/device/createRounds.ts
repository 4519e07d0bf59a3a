import type { BackOff } from "./createBackOff.ts";
import type { Flights } from "./createFlights.ts";
import type { Round } from "./ledger/Round.ts";
import { conclude } from "./round/conclude.ts";
import type { Context, Coordinator } from "./round/Context.ts";
import { proceed } from "./round/proceed.ts";
import { settleFault } from "./round/settleFault.ts";

export interface Rounds {
  /** Takes a round as far as it goes now: by the chain, then with each coordinator. Never fails. */
  readonly work: (context: Context, round: Round) => Promise<void>;
}

export interface RoundsOptions {
  readonly coordinators: readonly Coordinator[];
  readonly backOff: BackOff;
  readonly flights: Flights;
}

/** Neither rounds nor coordinators wait for one another: each pair of them has its own step in flight. */
export function createRounds({ coordinators, backOff, flights }: RoundsOptions): Rounds {
  const guarded = (key: string, work: () => Promise<void>, waitAfter: (error: unknown) => Promise<number>) =>
    flights.run(key, async () => {
      if (!backOff.mayTry(key)) return;
      try {
        await work();
        backOff.succeeded(key);
      } catch (error) {
        backOff.failed(key, await waitAfter(error));
      }
    });
  const step = (context: Context, coordinator: Coordinator, { jobId }: Round) =>
    guarded(
      `step ${coordinator.name} ${jobId}`,
      () => proceed(context, coordinator, jobId),
      (error) => settleFault(context, { jobId, coordinator: coordinator.name, among: coordinators.length }, error),
    );
  return {
    work: async (context, round) => {
      let goesOn = false;
      await guarded(
        `chain ${round.jobId}`,
        async () => void (goesOn = !(await conclude(context, coordinators, round))),
        async (error) => {
          context.log.warn("round held up", { jobId: round.jobId, stage: round.stage, error });
          return 0;
        },
      );
      if (goesOn) await Promise.all(coordinators.map((one) => step(context, one, round)));
    },
  };
}
