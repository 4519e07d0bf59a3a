import { id } from "ethers";
import { compute, pool } from "#sdk";
import { DAY, type World } from "../../gas/World.ts";
import type { Attack, Finding, Try } from "../Attack.ts";
import { refusalOf } from "../confirm.ts";
import { alita } from "../figures.ts";
import { worth } from "../PairModel.ts";
import { openJob, profitOf, type Service, stageService } from "../stageService.ts";

const WINDOW = 3n * DAY + 1n; // seconds until a contribution stands
const UNITS = 100n;
const QUALITY = 8_000n;

/** What a copyist does, and what happens to it, in some order. */
interface Race {
  readonly world: World;
  readonly service: Service;
  readonly tags: { readonly original: string; readonly copy: string };
  job?: Parameters<typeof compute.refund>[1]["job"];
}

type Deed = (race: Race) => Promise<unknown>;

const DEEDS: Readonly<Record<string, Deed>> = {
  revoke: ({ service: { provider, dataset }, tags }) =>
    pool.revoke(provider.client, { pool: dataset.pool, contentTag: tags.copy }),
  "claim the reward": ({ service: { provider, dataset }, tags }) =>
    pool.claim(provider.client, { pool: dataset.pool, contentTags: [tags.copy] }),
  "be proven a copy": ({ service: { consumer, dataset }, tags }) =>
    pool.slash(consumer.client, { pool: dataset.pool, older: tags.original, newer: tags.copy }),
  "work on a job": async (race) => {
    race.job = await openJob(race.world, race.service, { maxUnits: UNITS });
  },
  "be paid for the job": async ({ world, service, tags, job }) => {
    const payouts = [{ index: 0, provider: service.provider.address, contribution: tags.copy, units: UNITS }];
    const settlement = compute.settlementOf(payouts, world.unique());
    const consent = await compute.signConsent(service.consumer.client, { job: job!, settlement });
    await compute.settle(service.coordinator.client, { job: job!, settlement, consent });
    await compute.claim(service.provider.client, compute.payoutClaims(job!, payouts)[0]!);
  },
  "wait for the window": ({ world }) => world.pass(WINDOW),
};

const NAMES = Object.keys(DEEDS);

const ordersOf = (names: readonly string[]): readonly (readonly string[])[] =>
  names.length === 0
    ? [[]]
    : names.flatMap((name) => ordersOf(names.filter((n) => n !== name)).map((rest) => [name].concat(rest)));

/** A job is worked on before it is paid; other orders of these two say nothing new. */
const ORDERS = ordersOf(NAMES).filter((order) => order.indexOf("work on a job") < order.indexOf("be paid for the job"));

/** Every so manieth order is played: all of them would take minutes. */
const STEP = 6;

interface Fates {
  readonly reward: bigint;
  readonly leaf: bigint;
}

/** What the rules leave a copyist: its reward if nobody proved the copy in time, its leaf if it consented at the opening. */
function dueTo(order: readonly string[], { reward, leaf }: Fates): bigint {
  const at = (name: string) => order.indexOf(name);
  const windowOver = at("wait for the window");
  const provenInTime = at("be proven a copy") < windowOver;
  const revokedInTime = at("revoke") < windowOver;
  const claims = at("claim the reward") > windowOver && !provenInTime && !revokedInTime;
  const worked =
    !(at("revoke") < at("work on a job")) && !(provenInTime && at("be proven a copy") < at("be paid for the job"));
  const consented = !(provenInTime && at("be proven a copy") < at("work on a job"));
  return (claims ? reward : 0n) + (worked && consented ? leaf : 0n);
}

async function prepare(world: World) {
  const service = await stageService(world);
  const sketch = id("sketch");
  const author = await world.user("author");
  const original = await world.contribute(author, service.dataset.pool, { sketch });
  return { service, sketch, original: original.contribution.contentTag };
}

async function play(world: World, ready: Awaited<ReturnType<typeof prepare>>, order: readonly string[]): Promise<Try> {
  const { service, sketch, original } = ready;
  const { contribution } = await world.contribute(service.provider, service.dataset.pool, { sketch, quality: QUALITY });
  const race: Race = { world, service, tags: { original, copy: contribution.contentTag } };
  const { reward } = await rewardOf(race);
  const profit = await profitOf([service.provider], service, async () => {
    for (const name of order) await refusalOf(() => DEEDS[name]!(race));
  });
  const leaf =
    race.job === undefined ? 0n : UNITS * race.job.unitPrice + worth(UNITS * race.job.unitData, service.pair);
  const fates = { reward: worth(reward, service.pair), leaf };
  return { choice: order.join(", "), profit, atRisk: fates.reward + fates.leaf, bound: dueTo(order, fates) + 2n };
}

async function rewardOf({ service: { provider, dataset }, tags }: Race) {
  const all = await pool.claimable(provider.client, { pool: dataset.pool, provider: provider.address });
  return all.find(({ contentTag }) => contentTag === tags.copy)!;
}

async function search(world: World): Promise<Finding> {
  const ready = await prepare(world);
  const orders = ORDERS.filter((_, index) => index % STEP === 0);
  const tries: Try[] = [];
  for (const order of orders) tries.push(await world.isolated(() => play(world, ready, order)));
  const proven = tries.filter(({ choice }) => choice.indexOf("be proven") < choice.indexOf("wait for the window"));
  const best = proven.reduce((most, { profit }) => (profit > most ? profit : most), 0n);
  return {
    searched: `${orders.length} of the ${ORDERS.length} orders of: ${NAMES.join("; ")}`,
    tries,
    confirmed: tries.length,
    notes: [
      `Best of the ${proven.length} orders in which the copy is proven within its window: ${best === 0n ? "nothing" : `${alita(best)}, for a job paid before the proof`}.`,
    ],
  };
}

export const revocation: Attack = {
  name: "revocation races",
  question: "Does a copyist win by revoking, claiming or being paid before it is proven a copy?",
  assumption:
    "A copy that a careless attester signed, in a pool with staking; the copyist chooses the order, the challenger comes once.",
  loser: "The maker (a reward for a copy), the consumer (work on copied data).",
  bound:
    "the reward if nobody proves the copy within the window, the leaf if consent and good name stood at the payment",
  why:
    "A reward is claimable only after the last moment to prove a copy, and revoking before gives it back; a copy that was revoked can still be proven. A job counts who " +
    "consented when it opened, and a proven copy is not paid any more. What was paid before the proof was work done.",
  precedent: "Unbonding before a slash lands, in every staking protocol; `docs/decisions/slashing-bounds.md`.",
  search,
};
