import { z } from "@hono/zod-openapi";
import type { Refused } from "./createRefusals.ts";
import type { Holding } from "./Holding.ts";
import { type Round, STAGES } from "./ledger/Round.ts";
import { budgetOf } from "./round/budgetOf.ts";
import type { Context } from "./round/Context.ts";

/** Whole numbers too large for JSON, as decimal texts; epsilon and rho are wad, times seconds. */
export const deviceStatusSchema = z
  .object({
    provider: z.string(),
    holdings: z.array(z.object({ pool: z.string(), contribution: z.string(), units: z.string() })),
    budgets: z.array(
      z.object({
        pool: z.string(),
        epsilon: z.string(), // of any period
        period: z.string(),
        rhoSpent: z.string(), // zCDP of the jobs of the last period
        rhoLimit: z.string(),
      }),
    ),
    rounds: z.array(z.object({ jobId: z.string(), stage: z.enum(STAGES), units: z.string() })),
    ended: z.array(z.object({ jobId: z.string(), outcome: z.string().optional(), why: z.string() })),
    refused: z.array(z.object({ jobId: z.string(), code: z.string(), why: z.string() })),
  })
  .openapi("DeviceStatus");

/** What a provider sees of its device. */
export type DeviceStatus = z.infer<typeof deviceStatusSchema>;

const ENDED = 20;
const WAD = 10n ** 18n;

export async function statusOf(
  context: Context,
  { holdings, refused }: { readonly holdings: readonly Holding[]; readonly refused: readonly Refused[] },
): Promise<DeviceStatus> {
  const { ledger, provider } = context;
  const pools = [...new Set(holdings.map(({ pool }) => pool))];
  const [rounds, ended, budgets] = await Promise.all([
    ledger.active(),
    ledger.ended(ENDED),
    Promise.all(pools.map((pool) => budgetStatus(context, pool))),
  ]);
  return {
    provider,
    holdings: holdings.map(({ pool, contribution, units }) => ({ pool, contribution, units: units.toString() })),
    budgets,
    rounds: rounds.map(({ jobId, stage, body }) => ({ jobId, stage, units: body.units })),
    ended: ended.map(tell),
    refused: [...refused],
  };
}

const tell = ({ jobId, outcome, why = "" }: Round) => ({ jobId, outcome, why });

async function budgetStatus(
  { chain, ledger, policy }: Context,
  pool: string,
): Promise<DeviceStatus["budgets"][number]> {
  const { epsilon, period } = budgetOf(policy, pool, await chain.policy(pool));
  const spends = await ledger.spends(pool, (await chain.head()).timestamp - period);
  const spent = spends.reduce((sum, spend) => sum + spend.epsilon ** 2n, 0n);
  return {
    pool,
    epsilon: epsilon.toString(),
    period: period.toString(),
    rhoSpent: rhoUp(spent).toString(),
    rhoLimit: rhoUp(epsilon ** 2n).toString(),
  };
}

/** Half of the squares' sum, wad, rounded up. */
const rhoUp = (squares: bigint): bigint => (squares + 2n * WAD - 1n) / (2n * WAD);
