import type { Refused } from "./createRefusals.ts";
import type { Holding } from "./Holding.ts";
import type { Outcome, Round, Stage } from "./ledger/Round.ts";
import { budgetOf } from "./round/budgetOf.ts";
import type { Context } from "./round/Context.ts";

/** What a provider sees of its device. */
export interface DeviceStatus {
  readonly provider: string;
  readonly holdings: readonly { readonly pool: string; readonly contribution: string; readonly units: string }[];
  readonly budgets: readonly {
    readonly pool: string;
    readonly epsilon: string; // wad, of any period
    readonly period: string; // seconds
    readonly rhoSpent: string; // wad: zCDP of the jobs of the last period
    readonly rhoLimit: string; // wad
  }[];
  readonly rounds: readonly { readonly jobId: string; readonly stage: Stage; readonly units: string }[];
  readonly ended: readonly { readonly jobId: string; readonly outcome: Outcome | undefined; readonly why: string }[];
  readonly refused: readonly Refused[];
}

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
    refused,
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
