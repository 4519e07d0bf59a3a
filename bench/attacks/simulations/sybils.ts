import { id, parseEther } from "ethers";
import { type Dataset, firstReward, pool } from "#sdk";
import { DAY, type World } from "../../gas/World.ts";
import type { Attack, Finding, Try } from "../Attack.ts";
import { confirm, refusalOf } from "../confirm.ts";
import { alita, counted, percent } from "../figures.ts";
import { type Service, profitOf } from "../stageService.ts";
import { modelOf } from "../stageMarket.ts";

const ALLOCATION = parseEther("1000");
const CAP = parseEther("100"); // a provider's maxIncentive
const LANES = 48; // that prove a copy
const WINDOW = 3n * DAY + 1n;
const TERMS = {
  pool: { rewardInBase: true, allocation: ALLOCATION, maxIncentive: CAP, similarityLanes: BigInt(LANES) },
};

interface Sybils {
  readonly accounts: number;
  readonly quality: bigint; // bps, that the attesters find
  readonly lanes: number; // in which each sketch agrees with an older one
}

/** All that the accounts are credited, if nobody can prove them copies. */
function computed({ accounts, quality, lanes }: Sybils): bigint {
  if (lanes >= LANES) return 0n;
  let escrow = ALLOCATION;
  for (let n = 0; n < accounts; n++) escrow -= firstReward({ maxIncentive: CAP, quality, rewarded: 0n, escrow });
  return ALLOCATION - escrow;
}

const judged = (sybils: Sybils, profit = computed(sybils)): Try => ({
  choice: `${counted(sybils.accounts, "account")}, quality ${percent(sybils.quality)}, ${sybils.lanes} lanes alike`,
  profit,
  atRisk: ALLOCATION,
  bound: sybils.lanes >= LANES ? 0n : bounded(BigInt(sybils.accounts) * CAP * sybils.quality),
});

const bounded = (atFullCap: bigint): bigint => (atFullCap / 10_000n < ALLOCATION ? atFullCap / 10_000n : ALLOCATION);

const PLAYED: readonly Sybils[] = [
  { accounts: 1, quality: 10_000n, lanes: 0 },
  { accounts: 4, quality: 6_000n, lanes: LANES - 1 },
  { accounts: 12, quality: 10_000n, lanes: LANES - 1 },
  { accounts: 3, quality: 10_000n, lanes: LANES },
  { accounts: 3, quality: 10_000n, lanes: 64 },
];

async function search(world: World): Promise<Finding> {
  const tries: Try[] = [];
  for (let accounts = 1; accounts <= 32; accounts++) {
    for (const quality of [1_000n, 3_000n, 6_000n, 10_000n]) {
      for (const lanes of [0, 4, LANES - 1, LANES, 64]) tries.push(judged({ accounts, quality, lanes }));
    }
  }
  for (const sybils of PLAYED) {
    const profit = await world.isolated(() => play(world, sybils));
    confirm(judged(sybils).choice, computed(sybils), profit);
    tries.push(judged(sybils, profit));
  }
  const needed = ALLOCATION / CAP;
  return {
    searched: "1 to 32 accounts, quality 10 % to 100 %, sketches alike in 0 to 64 lanes",
    tries,
    confirmed: PLAYED.length,
    notes: [
      `${needed} accounts of perfect quality take the whole escrow of ${alita(ALLOCATION)} at a cap of ${alita(CAP)} each; content that agrees in ${LANES} lanes or more with older content earns nothing once somebody proves it.`,
    ],
  };
}

/** Sketches so alike to the first one, and otherwise to nobody's. */
const sketchLike = (first: string, lanes: number, salt: number): string => {
  const other = id(`sketch ${salt}`);
  const digit = (place: number) => {
    const [a, b] = [first[place]!, other[place]!];
    if (place - 2 < lanes) return a;
    return a === b ? ((parseInt(a, 16) + 1) % 16).toString(16) : b;
  };
  return `0x${Array.from({ length: 64 }, (_, lane) => digit(lane + 2)).join("")}`;
};

async function play(world: World, { accounts, quality, lanes }: Sybils): Promise<bigint> {
  const dataset = await world.launch(TERMS);
  const honest = await world.user("honest");
  const sketch = id("the first");
  const first = await world.contribute(honest, dataset.pool, { sketch, quality: 1_000n });
  await pool.revoke(honest.client, { pool: dataset.pool, contentTag: first.contribution.contentTag }); // its reward is free again
  const sybils = await Promise.all(Array.from({ length: accounts }, (_, n) => world.as(`sybil ${n}`)));
  const staged = { dataset, pair: await modelOf(honest, dataset) } satisfies Pick<Service, "dataset" | "pair">;
  return profitOf(sybils, staged, async () => {
    const tags: (string | undefined)[] = [];
    for (const [n, sybil] of sybils.entries()) {
      const shape = { sketch: sketchLike(sketch, lanes, n), quality };
      const refusal = await refusalOf(async () => {
        tags[n] = (await world.contribute(sybil, dataset.pool, shape)).contribution.contentTag;
      });
      if (refusal !== undefined && refusal !== "AllocationExhausted") throw new Error(refusal);
    }
    await challenge(world, dataset, first.contribution.contentTag, tags);
    await world.pass(WINDOW);
    for (const [n, tag] of tags.entries()) {
      if (tag === undefined) continue;
      await refusalOf(() => pool.claim(sybils[n]!.client, { pool: dataset.pool, contentTags: [tag] }));
    }
  });
}

/** Somebody tries to prove each of them a copy of the first. */
async function challenge(world: World, { pool: at }: Dataset, older: string, tags: readonly (string | undefined)[]) {
  const challenger = await world.user("challenger");
  for (const newer of tags) {
    if (newer !== undefined) await refusalOf(() => pool.slash(challenger.client, { pool: at, older, newer }));
  }
}

export const sybils: Attack = {
  name: "sybil contributors",
  question: "How much of the escrow does one person get with many accounts?",
  assumption:
    "The attesters are honest about content and quality but cannot tell people apart; no gate; challengers look at every sketch.",
  loser: "The maker, whose allocation goes to one person instead of many.",
  bound:
    "min(n * maxIncentive * quality, escrow); 0 for content that agrees with older content in as many lanes as prove a copy",
  why:
    "A cap counts accounts, not people: with new content of full quality the attack is what the pool pays for, and only the escrow limits it. " +
    "The same content with a new salt has the same tag (POOL-9), and near copies are proven by anyone from two stored sketches. A maker who wants one reward for each person names a gate (IContributorGate).",
  precedent: "Airdrop farming since 2020; Douceur 2002.",
  search,
};
