import { type Payout, payoutProofs } from "#sdk/math/sumTree.ts";
import { isProven } from "#sdk/reduce/index.ts";
import type { PayoutProofAnswer, PayoutsAnswer } from "#sdk/rounds/answers.ts";
import { sumNodesToJson } from "#sdk/rounds/sumNodes.ts";
import { payoutsOf } from "../core/payoutsOf.ts";
import type { Round } from "../core/Round.ts";
import { absent } from "../refusals.ts";
import type { Blame } from "../store/createBlames.ts";
import type { Store } from "../store/createStore.ts";
import { createMemory } from "./createMemory.ts";

/** Bills, once they are settled: everybody may check them to the unit. */
export interface Bills {
  /** @throws ServiceError 404 NotThere */
  readonly payouts: (round: Round) => Promise<PayoutsAnswer>;
  /** @throws ServiceError 404 NotThere */
  readonly payout: (round: Round, contribution: string) => Promise<PayoutProofAnswer>;
}

const ROUNDS = 8; // kept in memory

export function createBills(store: Store): Bills {
  const bills = createMemory<PayoutsAnswer>(ROUNDS);
  const trees = createMemory<ReturnType<typeof payoutProofs>>(ROUNDS);
  const billOf = (round: Round) => {
    if (round.stage !== "settled") throw absent("The job is not settled");
    return bills(round.jobId, () => makeBill(store, round.jobId));
  };
  return {
    payouts: async (round) => billOf(round),
    payout: async (round, contribution) => {
      const { payouts } = await billOf(round);
      const found = payouts.find(({ payout }) => payout.contribution === contribution);
      if (found === undefined) throw absent("This contribution is not on the bill", "It did not deliver, or it lied");
      const tree = await trees(round.jobId, async () => payoutProofs(await storedPayouts(store, round.jobId)));
      const siblings = tree[found.payout.index] ?? [];
      return { payout: found.payout, siblings: sumNodesToJson(siblings) };
    },
  };
}

async function makeBill(store: Store, jobId: string): Promise<PayoutsAnswer> {
  const receipts = await store.messages.receipts(jobId);
  const byContribution = new Map([...receipts.values()].map((signed) => [signed.receipt.contribution, signed]));
  const payouts = await storedPayouts(store, jobId);
  return {
    jobId,
    payouts: payouts.map(({ index, provider, contribution, units }) => {
      const receipt = byContribution.get(contribution);
      if (receipt === undefined) throw new Error(`the receipt of ${contribution} is lost`);
      return { payout: { index, provider, contribution, units: units.toString() }, receipt };
    }),
  };
}

/** The bill of a round that is unmasked. */
export const storedPayouts = async (store: Store, jobId: string): Promise<readonly Payout[]> =>
  billWithout(store, jobId, await store.blames.all(jobId));

/** The bill of a round whose survivors are known, but for those of the blamed who provably lied. */
export async function billWithout(
  { members, messages }: Pick<Store, "members" | "messages">,
  jobId: string,
  blames: readonly Blame[],
): Promise<readonly Payout[]> {
  const [roster, delivered] = await Promise.all([members.all(jobId), messages.heard(jobId, "input")]);
  return payoutsOf(roster, delivered, new Set(blames.filter(isProven).map(({ position }) => position)));
}
