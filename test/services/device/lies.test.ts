import { expect } from "chai";
import { id } from "ethers";
import { pool as pools } from "#sdk";
import {
  type CoordinatorApi,
  CoordinatorError,
  connectCoordinator,
  documentDigest,
  rosterRoot,
  type RevealsMessage,
  type Signed,
  survivorsSiblings,
  sumNodesToJson,
} from "#sdk/rounds/index.ts";
import {
  createChainView,
  type Device,
  type DeviceOptions,
  openLedgerDatabase,
} from "../../../services/device/index.ts";
import { createSandbox, type Sandbox } from "../../../services/shared/sandbox/index.ts";
import { DAY, sdkWorld } from "../../fixtures/sdk.ts";
import {
  createCohort,
  createMember,
  deviceOf,
  FIELDS,
  type Member,
  openJob,
  turns,
  wad,
  type World,
} from "./helpers/createCohort.ts";

type Answers = { -readonly [K in keyof CoordinatorApi]?: CoordinatorApi[K] };

describe("A device among liars and faults", function () {
  this.timeout(60_000);

  let world: World;
  let sandbox: Sandbox;
  before(async () => {
    world = await sdkWorld();
    sandbox = createSandbox({ workers: 1 });
  });
  after(() => sandbox.stop());

  /** A job, its devices, and a coordinator that is honest until `lies` says otherwise. */
  async function begin({ size = 4, order = {}, options = {} }: Beginning = {}) {
    const { pool, members } = await createCohort(world, { size });
    const { coordinator, job, jobId } = await openJob(world, pool, order);
    const lies: Answers = {};
    const api = new Proxy(coordinator.api, {
      get: (honest, name: keyof CoordinatorApi) => lies[name] ?? honest[name],
    });
    const devices = await Promise.all(
      members.map((member) => deviceOf(member, { sandbox }, { coordinators: { it: api }, ...options })),
    );
    await turns(devices);
    return { pool, members, coordinator, job, jobId, lies, api, devices };
  }
  interface Beginning {
    readonly size?: number;
    readonly order?: Parameters<typeof openJob>[2];
    readonly options?: Partial<DeviceOptions>;
  }

  const toMasking = async ({
    coordinator,
    devices,
  }: Pick<Awaited<ReturnType<typeof begin>>, "coordinator" | "devices">) => {
    await coordinator.closeRoster();
    await turns(devices);
    coordinator.closeSharing();
  };
  const spent = async (device: Device) => BigInt((await device.status()).budgets[0]!.rhoSpent);
  const endOf = async (device: Device) => (await device.status()).ended[0];

  describe("before it has shared", () => {
    it("believes no neighbourhood but that under the posted root, drawn from the posting block", async () => {
      const { coordinator, lies, devices } = await begin({ size: 5 });
      await coordinator.closeRoster();
      type Told = Awaited<ReturnType<CoordinatorApi["neighbourhood"]>>;
      const { neighbourhood } = coordinator.api;
      const changes: readonly ((told: Told) => Told)[] = [
        (told) => ({ ...told, size: told.size + 1 }),
        (told) => ({ ...told, index: (told.index + 1) % 5 }),
        (told) => ({ ...told, entries: told.entries.slice(1) }),
        (told) => ({ ...told, entries: told.entries.slice(0, -1) }),
        (told) => ({ ...told, entries: [...told.entries.slice(0, -1), told.entries[1]!] }),
        ({ entries: [own, first, ...rest], ...told }) => ({
          ...told,
          entries: [own!, { ...first!, enrolment: { ...first!.enrolment, maskKey: id("other") } }, ...rest],
        }),
        ({ entries: [own, first, ...rest], ...told }) => ({
          ...told,
          entries: [own!, { ...first!, signature: rest[0]!.signature }, ...rest],
        }),
      ];
      for (const change of changes) {
        lies.neighbourhood = async (...asked) => change(await neighbourhood(...asked));
        await turns(devices);
        expect(coordinator.messages("shares").size).to.equal(0);
      }
      delete lies.neighbourhood;
      await turns(devices);
      expect(coordinator.messages("shares").size).to.equal(5);
    });

    it("waits while the chain has no roster, or has it without its confirmations", async () => {
      const chain = createChainView({ client: world.stranger, confirmations: 2, headMs: 0 });
      const { coordinator, lies, devices, jobId } = await begin({ options: { chain } });
      lies.job = async () => ({ ...(await coordinator.api.job(jobId)), stage: "sharing" });
      await turns(devices);
      expect(coordinator.calls.filter((call) => call.startsWith("shares"))).to.deep.equal([]);
      await coordinator.closeRoster();
      for (const [block, shares] of [
        [1, 0],
        [2, 4],
      ]) {
        await world.provider.send("hardhat_mine", ["0x1"]);
        await turns(devices);
        expect(coordinator.messages("shares").size, `${block} blocks`).to.equal(shares);
      }
    });

    it("shares with no stranger whom the coordinator made up", async () => {
      const { coordinator, devices } = await begin();
      const [first] = coordinator.enrolments;
      const provider = await (await world.provider.getSigner(12)).getAddress();
      const invented = { ...first!.enrolment, provider, maskKey: id("m"), shareKey: id("s"), seedCommitment: id("c") };
      coordinator.enrolments.push({
        ...first!,
        enrolment: { ...invented, sessionKey: id("k"), contribution: id("t") },
      });
      await coordinator.closeRoster();
      await turns(devices);
      expect(coordinator.messages("shares").size).to.equal(0);
    });

    it("shares with nobody when a provider stands twice in the roster", async () => {
      const { pool, members } = await createCohort(world, { size: 4 });
      const second = await createMember(world, members[0]!.client, pool);
      await world.time.increase(DAY);
      const { coordinator } = await openJob(world, pool);
      const { api, enrolments } = coordinator;
      const enrol: CoordinatorApi["enrol"] = async (signed) => void enrolments.push(signed);
      const all = [...members, second];
      const devices = await Promise.all(
        all.map((member) => deviceOf(member, { sandbox }, { coordinators: { it: { ...api, enrol } } })),
      );
      await turns(devices);
      expect(enrolments).to.have.length(5);
      await coordinator.closeRoster();
      await turns(devices);
      expect(coordinator.messages("shares").size).to.equal(0);
    });

    it("gives up a roster smaller than the job's cohort", async () => {
      const { pool, members } = await createCohort(world, { size: 4 });
      const { coordinator } = await openJob(world, pool, { minCohort: 4n });
      const three = members.slice(1);
      const devices = await Promise.all(
        three.map((member) => deviceOf(member, { sandbox }, { coordinators: { it: coordinator.api } })),
      );
      await turns(devices);
      await coordinator.closeRoster();
      await turns(devices);
      for (const device of devices) expect(await endOf(device)).to.include({ outcome: "dropped" });
      expect(coordinator.messages("shares").size).to.equal(0);
    });
  });

  describe("before it has delivered", () => {
    it("sends nothing when consent has ended meanwhile, and spends nothing", async () => {
      const round = await begin();
      await toMasking(round);
      const { members, devices, coordinator, pool } = round;
      const [first, ...others] = members as [Member, ...Member[]];
      await pools.revoke(first.client, { pool, contentTag: first.holding.contribution });
      await turns(devices);
      expect(await endOf(devices[0]!)).to.include({ outcome: "dropped" });
      expect(await spent(devices[0]!)).to.equal(0n);
      expect(coordinator.messages("input").size).to.equal(others.length);
    });

    it("sends nothing when its file has changed meanwhile", async () => {
      let rows = [[1], [2], [3]];
      const { pool, members } = await createCohort(world, { size: 4 });
      const [first, ...others] = members as [Member, ...Member[]];
      const { rows: own } = await first.holding.records();
      rows = own as number[][];
      const { coordinator } = await openJob(world, pool);
      const coordinators = { it: coordinator.api };
      const holdings = async () => [{ ...first.holding, records: async () => ({ fields: FIELDS, rows }) }];
      const changing = await deviceOf(first, { sandbox }, { coordinators, holdings });
      const rest = await Promise.all(others.map((member) => deviceOf(member, { sandbox }, { coordinators })));
      await turns([changing, ...rest]);
      await toMasking({ coordinator, devices: [changing, ...rest] });
      rows = [...rows, [4]];
      await turns([changing, ...rest]);
      expect(await endOf(changing)).to.include({ outcome: "dropped" });
      expect(await spent(changing)).to.equal(0n);
      expect(coordinator.messages("input").size).to.equal(3);
    });

    it("sends nothing while too few neighbours' shares are passed on", async () => {
      const round = await begin();
      await toMasking(round);
      const { coordinator, lies, devices } = round;
      lies.shares = async (...asked) => {
        const [first] = Object.entries((await coordinator.api.shares(...asked)).sealed);
        return { sealed: Object.fromEntries([first!]) };
      };
      await turns(devices);
      expect(coordinator.messages("input").size).to.equal(0);
      delete lies.shares;
      await turns(devices);
      expect(coordinator.messages("input").size).to.equal(4);
    });

    it("lets two almost equal jobs take no more than its budget, whoever coordinates them", async () => {
      const { pool, members } = await createCohort(world, { size: 5 });
      const policy = { budgets: { [pool]: { epsilon: wad("1"), period: 30n * DAY } } };
      const databases = await Promise.all(members.map(() => openLedgerDatabase(":memory:")));
      const jobs = [await openJob(world, pool), await openJob(world, pool)];
      for (const [turn, { coordinator }] of jobs.entries()) {
        const taking = turn === 0 ? members : members.slice(1); // the difference would be the first one's vector
        const devices = await Promise.all(
          taking.map((member, i) => {
            const database = databases[i + turn]!;
            return deviceOf(member, { sandbox, database }, { coordinators: { it: coordinator.api }, policy });
          }),
        );
        await turns(devices);
        if (turn === 0) await toMasking({ coordinator, devices });
        await turns(devices);
        expect(coordinator.messages("input").size).to.equal(turn === 0 ? 5 : 0);
        expect((await devices[1]!.status()).refused.map(({ code }) => code)).to.deep.equal(
          turn === 0 ? [] : ["BudgetSpent"],
        );
      }
    });

    it("looks at the budget once more when it spends, whatever was promised", async () => {
      const { pool, members } = await createCohort(world, { size: 4 });
      const { coordinator } = await openJob(world, pool);
      const coordinators = { it: coordinator.api };
      const databases = await Promise.all(members.map(() => openLedgerDatabase(":memory:")));
      const start = (epsilon: bigint) =>
        Promise.all(
          members.map((member, i) => {
            const policy = { budgets: { [pool]: { epsilon, period: 30n * DAY } } };
            return deviceOf(member, { sandbox, database: databases[i]! }, { coordinators, policy });
          }),
        );
      const generous = await start(wad("1"));
      await turns(generous);
      await toMasking({ coordinator, devices: generous });
      const [one, ...mean] = await start(wad("1") - 1n); // their providers have thought better of it
      await turns([one!, ...mean]);
      expect(coordinator.messages("input").size).to.equal(0);
      expect(await endOf(one!)).to.include({ outcome: "dropped" });
      expect(await spent(one!)).to.equal(0n);
    });
  });

  describe("after it has delivered", () => {
    it("answers for no survivors but those under the posted root, each proven", async () => {
      const round = await begin({ size: 5 });
      await toMasking(round);
      const { coordinator, lies, devices, jobId } = round;
      await turns(devices);
      await coordinator.closeMasking();
      type Told = Awaited<ReturnType<CoordinatorApi["survivors"]>>;
      const honest = coordinator.api.survivors;
      const other = survivorsSiblings(jobId, ["delivered", "delivered", "delivered", "delivered", "shared"]);
      const changes: readonly ((told: Told) => Told)[] = [
        (told) => ({ ...told, delivered: 4 }),
        (told) => ({ ...told, size: 6 }),
        (told) => ({ ...told, statuses: told.statuses.slice(1) }),
        (told) => ({ ...told, statuses: told.statuses.map((one) => Object.assign({}, one, { status: "shared" })) }),
        (told) => ({ ...told, statuses: [...told.statuses.slice(0, -1), told.statuses[0]!] }),
        (told) => ({
          ...told, // another set, sound in itself: it is not the one that is on chain
          delivered: 4,
          statuses: told.statuses.map(({ index }) => ({
            index,
            status: index === 4 ? "shared" : "delivered",
            siblings: sumNodesToJson(other[index]!),
          })),
        }),
      ];
      for (const change of changes) {
        lies.survivors = async (...asked) => change(await honest(...asked));
        await turns(devices);
        expect(coordinator.messages("reveals").size).to.equal(0);
      }
      delete lies.survivors;
      await turns(devices);
      expect(coordinator.messages("reveals").size).to.equal(5);
    });

    it("keeps the sum hidden when fewer than the cohort delivered", async () => {
      const round = await begin({ order: { minCohort: 4n } });
      await toMasking(round);
      const { coordinator, devices } = round;
      await turns(devices.slice(1));
      await coordinator.closeMasking();
      await turns(devices);
      expect(coordinator.messages("reveals").size).to.equal(0);
      expect(await spent(devices[1]!)).to.equal(wad("0.5")); // what left has left
    });

    it("gives one answer for ever, even if the chain should show another root", async () => {
      const { pool, members } = await createCohort(world, { size: 5 });
      const { coordinator, jobId } = await openJob(world, pool);
      const honest = createChainView({ client: world.stranger, headMs: 0 });
      const shown: { root?: string } = {};
      const chain: typeof honest = {
        ...honest,
        post: async (query) => {
          const entry = await honest.post(query);
          return entry && query.stage === 2n ? { ...entry, ...shown } : entry;
        },
      };
      const sent: Signed<RevealsMessage>[] = [];
      const reveal: CoordinatorApi["reveal"] = async (signed) => {
        sent.push(signed);
        throw new CoordinatorError({ status: 503, code: "Busy", fault: "Busy", remedy: "Wait" }); // it asks again
      };
      const database = await openLedgerDatabase(":memory:");
      const coordinators = { it: { ...coordinator.api, reveal } };
      const start = () => deviceOf(members[0]!, { sandbox, database }, { coordinators, chain });
      const rest = await Promise.all(
        members.slice(1).map((member) => deviceOf(member, { sandbox }, { coordinators: { it: coordinator.api } })),
      );
      const device = await start();
      await turns([device, ...rest]);
      await toMasking({ coordinator, devices: [device, ...rest] });
      await turns([device, ...rest]);
      await coordinator.closeMasking();
      await turns([device]);
      shown.root = rosterRoot(
        jobId,
        coordinator.enrolments.map(({ enrolment }) => enrolment),
      );
      await turns([device]);
      const again = await start();
      await turns([again]);
      expect(sent).to.have.length(3);
      expect(new Set(sent.map(documentDigest)).size).to.equal(1);
    });

    it("runs no job twice that a coordinator begins anew", async () => {
      const round = await begin();
      await toMasking(round);
      const { coordinator, lies, devices, jobId } = round;
      await turns(devices);
      await coordinator.settle();
      await turns(devices);
      const calls = coordinator.calls.length;
      lies.jobs = async () => ({ jobs: [{ jobId, stage: "enrolling" }] });
      lies.job = async () => ({ ...(await coordinator.api.job(jobId)), stage: "enrolling" });
      await turns(devices);
      await turns(devices);
      expect(coordinator.calls.length).to.equal(calls);
      expect(await spent(devices[0]!)).to.equal(wad("0.5"));
    });

    it("takes no payout but its own leaf under the root on chain", async () => {
      const round = await begin();
      await toMasking(round);
      const { coordinator, lies, devices, members } = round;
      await turns(devices);
      await coordinator.settle();
      const other = members[1]!.holding.contribution;
      const answers: readonly CoordinatorApi["payout"][] = [
        async (jobId) => coordinator.api.payout(jobId, other),
        async (...asked) => {
          const { payout, siblings } = await coordinator.api.payout(...asked);
          return { payout: { ...payout, units: "2" }, siblings };
        },
        async (...asked) => ({ ...(await coordinator.api.payout(...asked)), siblings: [] }),
      ];
      for (const answer of answers) {
        lies.payout = answer;
        await devices[0]!.turn();
        expect((await devices[0]!.status()).rounds).to.have.length(1);
      }
      delete lies.payout;
      await devices[0]!.turn();
      expect(await endOf(devices[0]!)).to.include({ outcome: "paid" });
    });
  });

  describe("left alone", () => {
    it("survives a coordinator that answers nonsense, and serves another meanwhile", async () => {
      const { pool, members } = await createCohort(world, { size: 4 });
      const { coordinator } = await openJob(world, pool);
      const nonsense = ["", "{", "[]", '{"jobs":{}}', "x".repeat(1_000)];
      const fetch = (async () => new Response(nonsense.pop() ?? "null")) as unknown as typeof globalThis.fetch;
      const away = (() => Promise.reject(new TypeError("no route"))) as unknown as typeof globalThis.fetch;
      const coordinators = {
        mad: connectCoordinator("http://mad.example", { fetch }),
        away: connectCoordinator("http://away.example", { fetch: away }),
        it: coordinator.api,
      };
      const device = await deviceOf(members[0]!, { sandbox }, { coordinators });
      for (let turn = 0; turn < 6; turn++) await device.turn();
      expect(coordinator.enrolments).to.have.length(1);
    });

    it("goes on where it was when the chain answers again", async () => {
      const { pool, members } = await createCohort(world, { size: 4 });
      const { coordinator } = await openJob(world, pool);
      const honest = createChainView({ client: world.stranger, headMs: 0 });
      let dice = 7;
      const chain = new Proxy(honest, {
        get: (view, name: keyof typeof honest) => {
          const own = view[name];
          if (typeof own !== "function") return own;
          return async (...args: never[]) => {
            dice = (dice * 48_271) % 2_147_483_647;
            if (dice % 8 === 0) throw new Error("429 Too Many Requests");
            return (own as (...given: never[]) => unknown)(...args);
          };
        },
      });
      const coordinators = { it: coordinator.api };
      const devices = await Promise.all(
        members.map((member) => deviceOf(member, { sandbox }, { coordinators, chain })),
      );
      const until = async (isDone: () => boolean) => {
        for (let turn = 0; turn < 40 && !isDone(); turn++) await turns(devices);
        expect(isDone()).to.equal(true);
      };
      await until(() => coordinator.enrolments.length === 4);
      await coordinator.closeRoster();
      await until(() => coordinator.messages("shares").size === 4);
      coordinator.closeSharing();
      await until(() => coordinator.messages("input").size === 4);
      await coordinator.closeMasking();
      await until(() => coordinator.messages("reveals").size === 4);
      expect((await coordinator.unmask()).blamed).to.deep.equal([]);
    });

    it("asks a coordinator that is down less and less often, whatever its own clock does", async () => {
      const { members } = await createCohort(world, { size: 3 });
      let asked = 0;
      let time = 0;
      const down: CoordinatorApi["jobs"] = async () => {
        asked++;
        throw new CoordinatorError({ status: 0, code: "Unreachable", fault: "Down", remedy: "Wait" });
      };
      const coordinators = { it: { jobs: down } as unknown as CoordinatorApi };
      const clock = () => time;
      const device = await deviceOf(members[0]!, { sandbox }, { coordinators, clock });
      for (; time < 600_000; time += 1_000) await device.turn();
      expect(asked).to.be.within(8, 20); // 1, 2, 4 ... 60 seconds and up to half as long again
      const before = asked;
      time -= 3_600_000;
      await device.turn();
      expect(asked).to.equal(before + 1);
      time += 7_200_000;
      await device.turn();
      expect(asked).to.equal(before + 2);
    });

    it("hears when a coordinator tells it to wait", async () => {
      const { members } = await createCohort(world, { size: 3 });
      let asked = 0;
      let time = 0;
      const busy: CoordinatorApi["jobs"] = async () => {
        asked++;
        throw new CoordinatorError({ status: 429, code: "Busy", fault: "Busy", remedy: "Wait", retryAfter: 30 });
      };
      const coordinators = { it: { jobs: busy } as unknown as CoordinatorApi };
      const device = await deviceOf(members[0]!, { sandbox }, { coordinators, clock: () => time });
      for (; time < 30_000; time += 1_000) await device.turn();
      expect(asked).to.equal(1);
      time = 45_000;
      await device.turn();
      expect(asked).to.equal(2);
    });

    it("works by itself from start to stop", async () => {
      const { pool, members } = await createCohort(world, { size: 3 });
      const { coordinator } = await openJob(world, pool);
      let enrolled: (() => void) | undefined;
      const isEnrolled = new Promise<void>((resolve) => (enrolled = resolve));
      const enrol: CoordinatorApi["enrol"] = async () => enrolled?.();
      const coordinators = { it: { ...coordinator.api, enrol } };
      const device = await deviceOf(members[0]!, { sandbox }, { coordinators, pollMs: 5 });
      await device.start();
      await isEnrolled;
      await device.stop();
      await device.stop();
      expect((await device.status()).rounds).to.have.length(1);
    });
  });
});
