import type { PayoutProofAnswer, PayoutsAnswer } from "#sdk/rounds/answers.ts";
import { sumNodesToJson } from "#sdk/rounds/sumNodes.ts";
import type { Payout } from "#sdk/math/sumTree.ts";
import type { Round } from "../core/Round.ts";
import { absent } from "../refusals.ts";
import type { Store } from "../store/createStore.ts";
import { createMemory } from "./createMemory.ts";

/** Bills, once they are settled: everybody may check them to the unit. */
export interface Bills {
  /** @throws ServiceError 404 NotThere */
  readonly payouts: (round: Round) => Promise<PayoutsAnswer>;
  /** @throws ServiceError 404 NotThere */
  readonly payout: (round: Round, contribution: string) => Promise<PayoutProofAnswer>;
}

const DEVICES = 20_000; // of all bills in memory, each of which is about a kilobyte

export function createBills(store: Store): Bills {
  const bills = createMemory<PayoutsAnswer>(DEVICES);
  return {
    payouts: async (round) => {
      requireSettled(round);
      const { jobId, delivered = 0 } = round;
      return bills({ key: jobId, weight: delivered }, () => billOf(store, jobId));
    },
    payout: async (round, contribution) => {
      requireSettled(round);
      const found = await store.payouts.find(round.jobId, contribution);
      if (found === undefined) throw absent("This contribution is not on the bill", "It did not deliver, or it lied");
      return { payout: leafOf(found.payout), siblings: sumNodesToJson(found.siblings) };
    },
  };
}

function requireSettled({ stage }: Round): void {
  if (stage !== "settled") throw absent("The job is not settled");
}

const leafOf = ({ index, provider, contribution, units }: Payout): PayoutProofAnswer["payout"] => ({
  index,
  provider,
  contribution,
  units: units.toString(),
});

async function billOf(store: Store, jobId: string): Promise<PayoutsAnswer> {
  const [payouts, receipts] = await Promise.all([store.payouts.all(jobId), store.messages.receipts(jobId)]);
  const byContribution = new Map([...receipts.values()].map((signed) => [signed.receipt.contribution, signed]));
  return {
    jobId,
    payouts: payouts.map((payout) => {
      const receipt = byContribution.get(payout.contribution);
      if (receipt === undefined) throw new Error(`the receipt of ${payout.contribution} is lost`);
      return { payout: leafOf(payout), receipt };
    }),
  };
}
