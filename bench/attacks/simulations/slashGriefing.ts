import { id, parseEther } from "ethers";
import { pool, slashedStake } from "#sdk";
import { DAY, type User, type World } from "../../gas/World.ts";
import type { Attack, Finding, Try } from "../Attack.ts";
import { confirm, confirmRefused } from "../confirm.ts";
import { alita, percent } from "../figures.ts";
import { modelOf } from "../stageMarket.ts";
import { profitOf } from "../stageService.ts";

const CAP = parseEther("100");
const WINDOW = 3n * DAY + 1n;
const SLASHES = [0n, 1_000n, 5_000n, 10_000n]; // bps
const STAKES = [
  0n,
  1n,
  4n,
  5n,
  7n,
  1_000n,
  parseEther("0.000001"),
  parseEther("1"),
  parseEther("40"),
  parseEther("80"),
];

/** Two accounts of one person: what proving the other's copy brings, in ALITA, over all stakes. */
const selfSlashes = (): readonly Try[] =>
  SLASHES.flatMap((slashBps) =>
    STAKES.map((stake) => {
      const { slashed, bounty } = slashedStake(stake, slashBps);
      const bound = -((slashed * 8_000n) / 10_000n);
      return {
        choice: `own copy proven, ${alita(stake)} staked, ${percent(slashBps)} slashed`,
        profit: bounty - slashed,
        atRisk: stake,
        bound,
      };
    }),
  );

interface Stage {
  readonly world: World;
  readonly at: string;
  readonly dataset: Awaited<ReturnType<World["launch"]>>;
  readonly attacker: User;
  readonly second: User; // of the attacker's
  readonly honest: User;
}

async function stageOf(world: World, slashBps: bigint): Promise<Stage> {
  const dataset = await world.launch({
    pool: { rewardInBase: true, allocation: parseEther("1000"), maxIncentive: CAP, slashBps },
  });
  const [attacker, second, honest] = [
    await world.user("attacker"),
    await world.user("second"),
    await world.user("honest"),
  ];
  return { world, at: dataset.pool, dataset, attacker, second, honest };
}

/** The second account earns, stakes, and copies the first; the first proves it. */
async function slashOneself(world: World, slashBps: bigint): Promise<Try> {
  const { at, dataset, attacker, second } = await stageOf(world, slashBps);
  const earned = await world.contribute(second, at, { quality: 8_000n });
  await world.pass(WINDOW);
  const staked = parseEther("80");
  await pool.claim(second.client, { pool: at, contentTags: [earned.contribution.contentTag], toStake: staked });
  const sketch = id("copied");
  const older = (await world.contribute(attacker, at, { sketch, quality: 1_000n })).contribution.contentTag;
  const newer = (await world.contribute(second, at, { sketch, quality: 2_000n })).contribution.contentTag;
  const pair = await modelOf(attacker, dataset);
  const profit = await profitOf([attacker, second], { dataset, pair }, async () => {
    await pool.slash(attacker.client, { pool: at, older, newer });
    const { staked: left } = await pool.account(second.client, { pool: at, who: second.address });
    if (left > 0n) await pool.unstake(second.client, { pool: at, amount: left });
    await world.pass(8n * DAY);
    if (left > 0n) await pool.withdraw(second.client, { pool: at });
  });
  const { slashed, bounty } = slashedStake(staked, slashBps);
  confirm("proving one's own copy", staked + bounty - slashed, profit);
  const choice = `own copy proven on the contracts, ${percent(slashBps)} slashed`;
  return { choice, profit: profit - staked, atRisk: staked, bound: bounty - slashed };
}

/** Every way to accuse an honest provider. */
async function accuse(world: World): Promise<Try> {
  const { at, dataset, attacker, honest, second } = await stageOf(world, 5_000n);
  const sketch = id("honest");
  const own = (await world.contribute(honest, at, { sketch })).contribution.contentTag;
  const later = (await world.contribute(honest, at)).contribution.contentTag;
  const copy = (await world.contribute(second, at, { sketch })).contribution.contentTag;
  const other = (await world.contribute(attacker, at)).contribution.contentTag;
  const pair = await modelOf(attacker, dataset);
  const profit = await profitOf([attacker], { dataset, pair }, async () => {
    const slash = (older: string, newer: string) => pool.slash(attacker.client, { pool: at, older, newer });
    await confirmRefused("WrongOrder", () => slash(copy, own)); // a copy made afterwards
    await confirmRefused("WrongOrder", () => slash(own, own)); // itself
    await confirmRefused("NotDuplicate", () => slash(copy, other)); // something else
    await confirmRefused("SameProvider", () => slash(own, later)); // its own
    await confirmRefused("UnknownContribution", () => slash(id("nothing"), own));
    await world.pass(WINDOW);
    await confirmRefused("ChallengeOver", () => slash(own, copy)); // too late, even if true
  });
  return { choice: "false accusations", profit, atRisk: CAP, bound: 0n };
}

async function search(world: World): Promise<Finding> {
  const played: Try[] = [];
  for (const slashBps of SLASHES.slice(1)) played.push(await world.isolated(() => slashOneself(world, slashBps)));
  played.push(await world.isolated(() => accuse(world)));
  return {
    searched: `stakes of 0 to 80 ALITA, ${SLASHES.length} shares slashed; six false accusations`,
    tries: [...selfSlashes(), ...played],
    confirmed: played.length,
    notes: [
      "A provider that shows its data to somebody before contributing it can be forestalled: the other is then the older. Salted roots and tags under the attesters' key keep content unknown until it is accepted.",
    ],
  };
}

export const slashGriefing: Attack = {
  name: "slash griefing",
  question: "Can somebody earn bounties by copying itself, or have an honest provider slashed?",
  assumption: "Attesters sign the true sketches; the attacker has several accounts and reads everything on chain.",
  loser: "The escrow (bounties for staged copies), an honest provider (a false proof).",
  bound: "- 80 % of the slashed stake, 0 without stake",
  why:
    "The bounty is a fifth of the slashed stake and nothing of the forfeited reward (POOL-10), so two accounts of one person lose four fifths. Evidence goes by the order of acceptance and cannot be turned round. Unrelated contents agree in 4 of 64 lanes on average, and " +
    "in 32, the lowest threshold a pool may choose, with a probability below 1e-21.",
  precedent: "Ethereum's proof of stake keeps a whistleblower's reward far below the penalty for the same reason.",
  search,
};
