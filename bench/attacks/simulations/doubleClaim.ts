import { compute, type Job, leafAmounts } from "#sdk";
import type { World } from "../../gas/World.ts";
import type { Attack, Finding, Try } from "../Attack.ts";
import { refusalOf } from "../confirm.ts";
import { worth } from "../PairModel.ts";
import { endClaims, openJob, payoutTo, profitOf, type Service, settleFinally, stageService } from "../stageService.ts";

const UNITS = 100n; // of the provider
const MAX_UNITS = 400n;

type Claims = readonly compute.PayoutClaim[];
type Deed = (world: World, service: Service, claims: Claims) => Promise<unknown>;

const DEEDS: Readonly<Record<string, Deed>> = {
  claim: (_, { provider }, [own]) => compute.claim(provider.client, own!),
  "claim twice at once": (_, { provider }, [own]) => compute.claimMany(provider.client, [own!, own!]),
  "claim at another place": (_, { provider }, [own]) =>
    compute.claim(provider.client, { ...own!, payout: { ...own!.payout, index: 2 } }),
  "claim more units": (_, { provider }, [own]) =>
    compute.claim(provider.client, { ...own!, payout: { ...own!.payout, units: 2n * UNITS } }),
  "claim another's leaf": (_, { provider }, [own, other]) =>
    compute.claim(provider.client, { ...other!, payout: { ...other!.payout, provider: own!.payout.provider } }),
  "refund the consumer": (_, { consumer }, [own]) => compute.refund(consumer.client, { job: own!.job }),
  "wait out the claim period": (world) => endClaims(world),
};

const NAMES = Object.keys(DEEDS);

/** All orders of three different deeds, then one claim more. */
const ORDERS = NAMES.flatMap((a) =>
  NAMES.filter((b) => b !== a).flatMap((b) => NAMES.filter((c) => c !== a && c !== b).map((c) => [a, b, c, "claim"])),
);

interface Ready {
  readonly service: Service;
  readonly claims: Claims;
  readonly job: Job;
}

/** A final job with a leaf for the attacker and one for an honest provider. */
async function prepare(world: World): Promise<Ready> {
  const service = await stageService(world);
  const honest = await world.user("honest");
  const { contribution } = await world.contribute(honest, service.dataset.pool);
  const job = await openJob(world, service, { maxUnits: MAX_UNITS });
  const other = {
    ...payoutTo(service, 2n * UNITS, 1),
    provider: honest.address,
    contribution: contribution.contentTag,
  };
  const payouts = [payoutTo(service, UNITS), other];
  await settleFinally(world, service, job, payouts);
  return { service, claims: compute.payoutClaims(job, payouts), job };
}

async function play(world: World, { service, claims, job }: Ready, order: readonly string[]): Promise<Try> {
  const due = leafAmounts(job, UNITS);
  const leaf = due.base + worth(due.data, service.pair);
  const paid = await profitOf([service.provider], service, async () => {
    for (const name of order) await refusalOf(() => DEEDS[name]!(world, service, claims));
  });
  return { choice: order.slice(0, -1).join(", "), profit: paid - leaf, atRisk: 3n * leaf, bound: 1n };
}

async function search(world: World): Promise<Finding> {
  const ready = await prepare(world);
  const tries: Try[] = [];
  for (const order of ORDERS) tries.push(await world.isolated(() => play(world, ready, order)));
  return {
    searched: `all ${ORDERS.length} orders of three of ${NAMES.length} deeds (${NAMES.join("; ")}), and one claim more`,
    tries,
    confirmed: tries.length,
  };
}

export const doubleClaim: Attack = {
  name: "provider that claims twice",
  question: "Does any order of claims, refunds and waiting pay a provider more than its leaf?",
  assumption: "The settlement is true and final; another provider has not claimed yet, so there is money to take.",
  loser: "The providers who claim later, or the consumer.",
  bound: "0 beyond the leaf (1 wei of rounding when tokens are priced)",
  why: "A leaf is paid once by a bit at its index, the index fixes its path, and the hash binds provider, contribution and units (BILL-5). What the consumer takes back is counted off what can still be claimed (BILL-1).",
  precedent: "XLoot and NFTAuction 2026: claim, refund, claim again.",
  search,
};
