import { concat, keccak256, toBeHex, ZeroHash } from "ethers";
import { compute, type Job, type Payout, payoutLeaf, payoutRootOf, splitJob, type SumNode } from "#sdk";
import { random } from "../../similarity/random.ts";
import { DAY, type World } from "../../gas/World.ts";
import type { Attack, Finding, Try } from "../Attack.ts";
import { confirmRefused } from "../confirm.ts";
import { worth } from "../PairModel.ts";
import { pick } from "../search.ts";
import { openJob, payoutTo, profitOf, type Service, stageService } from "../stageService.ts";

const UNITS = 500n; // that the consumer pays for at most
const TREES = 2_000;
const MAX_SUM = 2n ** 64n;
const SEED = 5;

/* FORGED TREES: every node may promise another sum than it holds */

interface Forgery {
  readonly leaves: readonly Payout[];
  readonly levels: readonly (readonly SumNode[])[]; // as the forger publishes them
  readonly depth: number;
}

function forge(next: () => number): Forgery {
  const depth = pick(next, [1, 2, 3]);
  const leaves = Array.from({ length: 2 ** depth }, (_, index) => leafAt(index, next));
  const levels: SumNode[][] = [leaves.map((leaf) => lied(payoutLeaf(leaf), next))];
  for (let height = 0; height < depth; height++) {
    const below = levels[height]!;
    const level = Array.from({ length: below.length / 2 }, (_, i) =>
      lied(nodeOf(below[2 * i]!, below[2 * i + 1]!), next),
    );
    levels.push(level);
  }
  return { leaves, levels, depth };
}

const leafAt = (index: number, next: () => number): Payout => ({
  index: next() < 0.9 ? index : 0,
  provider: "0x00000000000000000000000000000000000000aa",
  contribution: ZeroHash,
  units: pick(next, [0n, 1n, 100n, 250n, UNITS, MAX_SUM - 1n, MAX_SUM - UNITS]),
});

/** One node in four lies about its sum, most often so that the sums wrap or shrink. */
function lied(node: SumNode, next: () => number): SumNode {
  if (next() < 0.75) return node;
  return { hash: node.hash, sum: pick(next, [0n, 1n, UNITS, MAX_SUM - 1n, MAX_SUM - UNITS, node.sum / 2n]) };
}

const nodeOf = (left: SumNode, right: SumNode): SumNode => ({
  hash: keccak256(concat(["0x01", left.hash, toBeHex(left.sum, 8), right.hash, toBeHex(right.sum, 8)])),
  sum: (left.sum + right.sum) % MAX_SUM,
});

/** Units that leaves can claim under the root, beyond the units that it was settled with. */
function overclaimed({ leaves, levels, depth }: Forgery): bigint {
  const top = levels[depth]![0]!;
  const root = keccak256(concat(["0x02", toBeHex(depth, 1), top.hash, toBeHex(top.sum, 8)]));
  const claimed = new Map<number, bigint>();
  for (const [place, leaf] of leaves.entries()) {
    const proof = levels.slice(0, depth).map((level, height) => level[(place >>> height) ^ 1]!);
    for (let index = 0; index < 2 ** depth; index++) {
      if (isClaimable({ ...leaf, index }, proof, { root, units: top.sum })) claimed.set(index, leaf.units);
    }
  }
  return [...claimed.values()].reduce((sum, units) => sum + units, 0n) - top.sum;
}

function isClaimable(
  leaf: Payout,
  proof: readonly SumNode[],
  posted: { readonly root: string; readonly units: bigint },
) {
  try {
    const { root, total } = payoutRootOf(leaf, proof);
    return root === posted.root && total === posted.units;
  } catch {
    return false; // the sums do not fit
  }
}

function forgedTrees(): readonly Try[] {
  const next = random(SEED);
  return Array.from({ length: TREES }, (_, n) => {
    const profit = overclaimed(forge(next)) * 10n ** 18n;
    return { choice: `forged tree ${n}`, profit, atRisk: UNITS * 10n ** 18n, bound: 0n };
  });
}

/* ON THE CONTRACTS */

type Play = (world: World, service: Service, job: Job) => Promise<unknown>;

interface Lie {
  readonly name: string;
  readonly play: Play;
  /** Whether the consumer slept through the challenge window. */
  readonly undisputed: boolean;
}

const stranger = (service: Service): Payout => ({ ...payoutTo(service, UNITS), provider: service.coordinator.address });

const settle = ({ coordinator }: Service, job: Job, payouts: readonly Payout[], units?: bigint) => {
  const settlement = compute.settlementOf(payouts, ZeroHash);
  return compute.settle(coordinator.client, { job, settlement: { ...settlement, units: units ?? settlement.units } });
};

const claimAll = async ({ provider }: Service, job: Job, payouts: readonly Payout[]) => {
  for (const claim of compute.payoutClaims(job, payouts)) await compute.claim(provider.client, claim);
};

const LIES: readonly Lie[] = [
  {
    name: "all units to an accomplice, and nobody disputes",
    undisputed: true,
    async play(world, service, job) {
      const payouts = [payoutTo(service, UNITS)];
      await settle(service, job, payouts);
      await world.pass(DAY + 1n);
      await claimAll(service, job, payouts);
    },
  },
  {
    name: "the accomplice twice, half of the units each",
    undisputed: true,
    async play(world, service, job) {
      const payouts = [payoutTo(service, UNITS / 2n), payoutTo(service, UNITS / 2n, 1)];
      await settle(service, job, payouts);
      await world.pass(DAY + 1n);
      await claimAll(service, job, payouts);
    },
  },
  {
    name: "all units to an accomplice, and the consumer disputes",
    undisputed: false,
    async play(world, service, job) {
      const payouts = [payoutTo(service, UNITS)];
      await settle(service, job, payouts);
      await compute.dispute(service.consumer.client, { job });
      await world.pass(8n * DAY);
      await confirmRefused("WrongPhase", () => claimAll(service, job, payouts));
    },
  },
  {
    name: "more units than agreed",
    undisputed: false,
    play: (_, service, job) =>
      confirmRefused("UnitsAboveMax", () => settle(service, job, [payoutTo(service, UNITS + 1n)])),
  },
  {
    name: "units without a tree",
    undisputed: false,
    play: (_, service, job) => confirmRefused("RootMismatch", () => settle(service, job, [], UNITS)),
  },
  {
    name: "fewer units charged than the tree holds",
    undisputed: false,
    async play(world, service, job) {
      const payouts = [payoutTo(service, UNITS)];
      await settle(service, job, payouts, UNITS / 2n);
      await world.pass(DAY + 1n);
      await confirmRefused("WrongTotal", () => claimAll(service, job, payouts));
    },
  },
  {
    name: "a leaf for somebody who contributed nothing",
    undisputed: false,
    async play(world, service, job) {
      await settle(service, job, [stranger(service)]);
      await world.pass(DAY + 1n);
      await confirmRefused("ForeignContribution", () => claimAll(service, job, [stranger(service)]));
    },
  },
  {
    name: "a second settlement",
    undisputed: false,
    async play(_, service, job) {
      await settle(service, job, [payoutTo(service, 1n)]);
      await confirmRefused("WrongPhase", () => settle(service, job, [payoutTo(service, UNITS)]));
    },
  },
];

async function lieOn(world: World, { name, play, undisputed }: Lie): Promise<Try> {
  const service = await stageService(world);
  const job = await openJob(world, service, { maxUnits: UNITS });
  const { baseToProviders, dataToProviders } = splitJob(job, UNITS);
  const escrow = baseToProviders + worth(dataToProviders, service.pair);
  const friends = [service.coordinator, service.provider];
  const profit = await profitOf(friends, service, () => play(world, service, job));
  return { choice: name, profit, atRisk: escrow, bound: undisputed ? escrow + 1n : 0n };
}

async function search(world: World): Promise<Finding> {
  const played: Try[] = [];
  const forged = forgedTrees();
  const whole = forged.filter(({ profit }) => profit === 0n).length;
  for (const lie of LIES) played.push(await world.isolated(() => lieOn(world, lie)));
  return {
    searched: `${TREES.toLocaleString("en-US")} forged sum trees with every leaf tried at every place; ${LIES.length} lies about units, trees and payees`,
    tries: [...played, ...forged],
    confirmed: played.length,
    notes: [
      `Of ${TREES.toLocaleString("en-US")} forged trees none let its leaves claim more units than were charged; of ${whole} all units could be claimed.`,
      "A dispute costs the consumer a transaction and takes everything back; it loses only if it sleeps for the whole day.",
    ],
  };
}

export const coordinator: Attack = {
  name: "coordinator that lies",
  question: "What can a coordinator take by false units, false trees and false payees?",
  assumption: "The coordinator has an accomplice among the providers, whose contribution is real.",
  loser:
    "The consumer that does not dispute within a day, up to the price it agreed to; the providers who worked and are left out.",
  bound: "the job's escrow if nobody disputes, else 0; no tree pays more than was charged",
  why:
    "Units are bounded by what the consumer escrowed; a root carries its exact total and every sum on a path is checked (BILL-5), so no tree pays out " +
    "more than was charged. Who gets how much inside the total is the coordinator's word: the consumer chose it and can dispute, and " +
    "a device works only for coordinators that it trusts to settle truly.",
  precedent:
    "Nomad 2022 (a zero root proved everything); the sum tree is that of proofs of liabilities (Maxwell 2014, Chalkias 2020), whose early form could hide sums.",
  search,
};
