import { parseEther } from "ethers";
import { type Assessment, attester, compute, type Contribution, pool, splitJob } from "#sdk";
import { DAY, type User, type World } from "../../gas/World.ts";
import type { Attack, Finding, Try } from "../Attack.ts";
import { confirm, confirmRefused } from "../confirm.ts";
import { alita, counted } from "../figures.ts";
import { worth } from "../PairModel.ts";
import { openJob, payoutTo, profitOf, type Service, stageService } from "../stageService.ts";

const ALLOCATION = parseEther("20000");
const CAP = parseEther("2500");
const BOND = parseEther("1000"); // of each attester in the world
const THRESHOLD = 2;
const WINDOW = 3n * DAY + 1n;
const UNITS = 500n;
const TERMS = { pool: { rewardInBase: true, allocation: ALLOCATION, maxIncentive: CAP } };

async function search(world: World): Promise<Finding> {
  const tries: Try[] = [];
  for (let signers = 1; signers <= 3; signers++) {
    for (const accounts of [1, 4, 8, 9])
      tries.push(await world.isolated(() => inventData(world, { signers, accounts })));
  }
  tries.push(await world.isolated(() => ruleForFriends(world)));
  return {
    searched:
      "1 to 3 of 3 attesters (2 must sign), 1 to 9 invented contributions; a ruling for a coordinator of theirs",
    tries,
    confirmed: tries.length,
    notes: [
      `The two attesters' bonds, ${alita(2n * BOND)} together, are untouched: only a contradiction is punished, and they do not contradict themselves. The bond is no bound, the escrow is.`,
      "What others earned, staked or were promised stayed theirs in every try: an honest provider in the pool takes its whole reward afterwards.",
    ],
  };
}

interface Plot {
  readonly signers: number;
  readonly accounts: number;
}

/** Attesters sign data that does not exist, for accounts of their own. */
async function inventData(world: World, { signers, accounts }: Plot): Promise<Try> {
  const service = await stageService(world, TERMS);
  const { dataset, provider, contribution } = service;
  const friends = await Promise.all(Array.from({ length: accounts }, (_, n) => world.as(`friend ${n}`)));
  const escrow = (await pool.status(provider.client, dataset)).escrow;
  const profit = await profitOf(friends, service, async () => {
    const tags: string[] = [];
    for (const friend of friends) {
      const submit = () => invent(world, service, friend, signers);
      if (signers < THRESHOLD) await confirmRefused("TooFewSignatures", submit);
      else tags.push(await submit().catch(() => ""));
    }
    await world.pass(WINDOW);
    for (const [n, tag] of tags.entries()) {
      if (tag !== "") await pool.claim(friends[n]!.client, { pool: dataset.pool, contentTags: [tag] });
    }
  });
  const honest = await profitOf([provider], service, () =>
    pool.claim(provider.client, { pool: dataset.pool, contentTags: [contribution.contentTag] }),
  );
  confirm("the honest provider's reward", (CAP * 8_000n) / 10_000n, honest);
  const bound = signers < THRESHOLD ? 0n : escrow;
  return { choice: `${signers} of 3 sign for ${counted(accounts, "account")}`, profit, atRisk: escrow, bound };
}

async function invent(world: World, { dataset }: Service, friend: User, signers: number): Promise<string> {
  const contribution: Contribution = {
    provider: friend.address,
    kind: 0n,
    contentRoot: world.unique(),
    contentTag: world.unique(),
    sketch: world.unique(),
    metadata: world.unique(),
    units: 1n,
    parent: `0x${"00".repeat(32)}`,
  };
  const assessment: Assessment = { quality: 10_000n, novelty: 0n, deadline: (await world.time()) + DAY };
  const found = { pool: dataset.pool, contribution, assessment };
  const { clients, set } = world.attesters;
  const signatures = await Promise.all(clients.slice(0, signers).map((one) => attester.attest(one, found)));
  await pool.contribute(friend.client, { ...found, set, signatures });
  return contribution.contentTag;
}

/** The consumer disputes a job that nobody worked on, and the attesters uphold it. */
async function ruleForFriends(world: World): Promise<Try> {
  const service = await stageService(world);
  const { consumer, coordinator, provider, pair } = service;
  let escrowed = 0n;
  const profit = await profitOf([coordinator, provider], service, async () => {
    const job = await openJob(world, service, { maxUnits: UNITS });
    const { baseToProviders, dataToProviders } = splitJob(job, UNITS);
    escrowed = baseToProviders + worth(dataToProviders, pair);
    const payouts = [payoutTo(service, UNITS)];
    const settlement = compute.settlementOf(payouts, world.unique());
    await compute.settle(coordinator.client, { job, settlement });
    await compute.dispute(consumer.client, { job });
    const { units, payoutRoot } = settlement;
    const ruling = { jobId: compute.jobId(job), units, payoutRoot, deadline: (await world.time()) + DAY };
    const { clients, set } = world.attesters;
    const signatures = await Promise.all(clients.slice(0, THRESHOLD).map((one) => attester.rule(one, ruling)));
    await compute.resolve(coordinator.client, { job, ruling, set, signatures });
    await compute.claim(provider.client, compute.payoutClaims(job, payouts)[0]!);
  });
  return { choice: "2 of 3 rule for their own coordinator", profit, atRisk: escrowed, bound: escrowed + 1n };
}

export const collusion: Attack = {
  name: "attesters who collude",
  question: "What can m of n attesters take who sign for data that does not exist, or rule for a friend?",
  assumption: "m attesters of the pool, m its threshold, are one person.",
  loser: "The maker, of what is left in the escrow; a consumer, of the job it disputes.",
  bound: "what is left of the escrow, and the escrow of each job in dispute; 0 with fewer than m",
  why:
    "Attesters decide what is earned and nothing else: what is credited, claimed or staked has left their reach (POOL-1, POOL-8, POOL-11). The attack " +
    "pays whenever the escrow is worth more than the attesters' names; the bond only makes contradictions dear. A maker bounds it by allocating in " +
    "parts (`topUp`), by a higher m, by attesters whose interests differ, and for jobs by an ERC-792 arbiter in the attesters' place.",
  precedent: "Bridges run by m of n keys: Ronin 2022 (5 of 9), Harmony 2022 (2 of 5), Multichain 2023.",
  search,
};
