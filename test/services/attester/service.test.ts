import { readFileSync } from "node:fs";
import { expect } from "chai";
import { BrowserProvider, id, type Signer, Wallet } from "ethers";
import { attester, connect, type Datawell, now, pool } from "#sdk";
import { attesterAt } from "#sdk/attestation/attesterAt.ts";
import { type AttestationError, attestRemotely } from "#sdk/attestation/index.ts";
import { contributionId } from "#sdk/attestation/contributionId.ts";
import type { Openings, Submission } from "#sdk/attestation/wire.ts";
import { fromWire } from "#sdk/attestation/wireContribution.ts";
import { signRequest } from "#sdk/auth/signRequest.ts";
import { contentTag } from "#sdk/data/contentTag.ts";
import { blind } from "#sdk/oprf/blind.ts";
import { limitRequests } from "../../../services/shared/chain/index.ts";
import { attestOnce, fileJournal } from "../../../services/attester/index.ts";
import { addressOf } from "../../fixtures/sdk.ts";
import { describeOnEach } from "../database/dialects.ts";
import {
  type AttesterWorld,
  attesterWorld,
  PROVIDER_SECRET,
  SECRET,
  type Started,
  weather,
} from "./helpers/attesterWorld.ts";
import { present, type Presented, submissionFor } from "./helpers/liar.ts";

const SIGNATURE = /^0x[0-9a-f]{130}$/;

describe("an attester's service", function () {
  this.timeout(180_000);
  let world: AttesterWorld;
  let services: Started[];
  let at: string;
  let serial = 0;

  before(async () => {
    world = await attesterWorld();
    services = await Promise.all([0, 1, 2].map((index) => world.start(index)));
    ({ pool: at } = await world.launch());
  });

  after(() => world.close());

  /** Alice with 200 days of weather under a secret of their own, before the first attester. */
  const alice = (overrides: Partial<Presented> = {}): Presented => ({
    client: world.alice,
    url: services[0]!.url,
    pool: at,
    table: weather(600, 800),
    secret: id(`secret ${++serial}`),
    ...overrides,
  });
  const faultOf = (work: Promise<unknown>) =>
    work.then(
      () => "none",
      (error: Error & { code?: string }) => error.code ?? error.name,
    );

  describe("for an honest device", () => {
    it("attests records that it never gets, and the pool accepts the contribution", async () => {
      const table = weather(0, 300);
      const params = world.paramsOf(at, table, services);
      const found = await attestRemotely(world.alice, params);
      expect(found.signatures).to.have.length(2);
      expect(found.refusals).to.deep.equal([]);
      expect(found.contribution.contentTag).to.equal(contentTag(table.rows, table.fields, SECRET));
      const { result } = await pool.contribute(world.alice, { pool: at, ...found, set: world.set });
      expect(result.quality).to.equal(found.assessment.quality);
      expect(result.reward > 0n).to.equal(true);

      const copy = { ...params, secret: id("copy") };
      const refused = (await attestRemotely(world.bob, copy).catch((error: unknown) => error)) as AttestationError;
      expect(refused.refusals.map(({ code }) => code)).to.deep.equal(Array(3).fill("ContentExists"));
      const near = { ...copy, table: weather(0, 295) };
      const caught = (await attestRemotely(world.bob, near).catch((error: unknown) => error)) as AttestationError;
      expect(caught.refusals.map(({ code }) => code)).to.deep.equal(Array(3).fill("NearDuplicate"));
    });

    it("attests an update with its novelty, measured against what its parent committed to", async () => {
      const parent = {
        contentTag: contentTag(weather(0, 300).rows, weather(0, 300).fields, SECRET),
        table: weather(0, 300),
        secret: PROVIDER_SECRET,
      };
      const params = { ...world.paramsOf(at, weather(200, 500), services), secret: id("update"), parent };
      const found = await attestRemotely(world.alice, params);
      expect(found.contribution.parent).to.equal(parent.contentTag);
      expect(Number(found.assessment.novelty)).to.be.within(6_000, 6_700);
      expect(
        await faultOf(attestRemotely(world.alice, { ...params, parent: { ...parent, secret: id("wrong") } })),
      ).to.equal("UnknownParent");
    });

    it("goes on without an attester that is down, and without more than the threshold spares not", async () => {
      const dead = { ...services[2]!, url: "http://127.0.0.1:9" };
      const params = world.paramsOf(at, weather(500, 600), [services[0]!, services[1]!, dead]);
      const found = await attestRemotely(world.alice, { ...params, secret: id("two of three") });
      expect(found.signatures).to.have.length(2);
      expect(found.refusals.map(({ code }) => code)).to.deep.equal(["Unreachable"]);
      const few = world.paramsOf(at, weather(500, 600), [services[0]!, dead, dead]);
      expect(await faultOf(attestRemotely(world.alice, { ...few, secret: id("one of three") }))).to.equal(
        "TooFewSignatures",
      );
    });

    it("asks its account for one signature, whose session is the account's at every attester", async () => {
      const signer = world.alice.runner as Signer;
      const asked: string[] = [];
      const signTypedData: Signer["signTypedData"] = (domain, types, value) => {
        asked.push(Object.keys(types).join());
        return signer.signTypedData(domain, types, value);
      };
      const { provider } = signer;
      const runner = { provider, getAddress: () => signer.getAddress(), signTypedData };
      const params = { ...world.paramsOf(at, weather(900, 1_000), services), secret: id("one signature") };
      const found = await attestRemotely({ ...world.alice, runner }, params);
      expect(found.signatures).to.have.length(2);
      expect(asked).to.deep.equal(["Delegation"]);
    });

    it("attests the same records for two pools, and draws others for each", async () => {
      const drawn: string[] = [];
      const watching: typeof fetch = async (input, init) => {
        if (String(input).endsWith("/openings")) {
          const { records } = JSON.parse(new TextDecoder().decode(init!.body as Uint8Array)) as Openings;
          drawn.push(records.map(({ index }) => index).join());
        }
        return fetch(input, init);
      };
      const { pool: other } = await world.launch({ symbol: "SECOND" });
      const about = { secret: id("for two pools"), fetch: watching };
      const found = [];
      for (const one of [at, other]) {
        found.push(
          await attestRemotely(world.alice, { ...world.paramsOf(one, weather(400, 500), services), ...about }),
        );
      }
      const [first, second] = found.map(({ contribution }) => contribution);
      expect(first).to.deep.equal(second);
      expect(new Set(drawn).size).to.equal(6); // of three attesters, for each pool
    });

    it("says the same to a device that begins again before its deadline is over", async () => {
      const params = { ...world.paramsOf(at, weather(800, 900), services), secret: id("again") };
      const first = await attestRemotely(world.alice, params);
      const later = await attestRemotely(world.alice, { ...params, assessedAt: first.assessment.deadline - 1n });
      expect(later).to.deep.equal(first);
    });

    it("attests the same by the same draw once more when the deadline is over, and until a new one", async () => {
      const drawn: string[] = [];
      const watching: typeof fetch = async (input, init) => {
        const isOpening = String(input).endsWith("/openings");
        if (isOpening) drawn.push(new TextDecoder().decode(init!.body as Uint8Array));
        return fetch(input, init);
      };
      const moment = await now(world.alice);
      const table = weather(900, 1_000);
      const params = { ...world.paramsOf(at, table, services), secret: id("renewed"), fetch: watching };
      const first = await attestRemotely(world.alice, { ...params, deadline: moment + 60n });
      const snapshot = await world.provider.send("evm_snapshot", []);
      await world.provider.send("evm_increaseTime", [61]);
      await world.provider.send("evm_mine", []);
      const second = await attestRemotely(world.alice, params);
      await world.provider.send("evm_revert", [snapshot]);
      expect(second.signatures).to.have.length(2);
      expect(second.assessment.deadline).to.be.greaterThan(first.assessment.deadline);
      expect(new Set(drawn).size).to.equal(3); // one of each attester
    });
  });

  describe("before a stranger", () => {
    it("answers nothing that is not signed, signed for another chain, or signed for another request", async () => {
      const { url } = services[0]!;
      const body = JSON.stringify({ pool: at, blinded: [id("no element")] });
      const post = (authorization?: string) =>
        fetch(`${url}/evaluations`, {
          method: "POST",
          headers: { "content-type": "application/json", ...(authorization && { authorization }) },
          body,
        });
      expect((await post()).status).to.equal(401);
      const request = { url: `${url}/evaluations`, method: "POST", body: new TextEncoder().encode(body) };
      const signer = world.alice.runner as Signer;
      expect((await post(await signRequest(signer, { chainId: 1n, ...request }))).status).to.equal(401);
      const other = { ...request, body: new TextEncoder().encode("{}") };
      expect((await post(await signRequest(signer, { chainId: world.alice.chainId, ...other }))).status).to.equal(401);
      expect((await post(await signRequest(signer, { chainId: world.alice.chainId, ...request }))).status).to.equal(
        422,
      );
    });

    it("attests nobody's contribution but the asker's", async () => {
      const provider = await addressOf(world.bob);
      const forBob = (s: Submission) => ({
        ...s,
        contribution: { ...s.contribution, provider },
      });
      expect(await present(alice({ lies: { submission: forBob } }))).to.equal("NotTheProvider");
    });

    it("takes a contribution under a root that somebody else has submitted before", async () => {
      const own = alice();
      const stolen = await submissionFor({ ...own, client: world.bob });
      await attesterAt(world.bob, own.url).submit(stolen);
      expect(await present(own)).to.match(SIGNATURE);
    });

    it("takes no openings from one, and tells nothing of what others submitted", async () => {
      const own = alice();
      expect(await present(own)).to.match(SIGNATURE);
      const id32 = contributionId(fromWire((await submissionFor(own)).contribution));
      const openings = {
        pool: at,
        half: id32,
        records: [{ index: 0, salt: id32, siblings: [], row: [1] }],
        parent: [],
      };
      const refused = await attesterAt(world.bob, own.url)
        .open(id32, openings)
        .catch((error: unknown) => error);
      expect(refused).to.have.nested.property("refusal.code", "UnknownContribution");
    });

    it("knows no other pool, and serves only those it was started for", async () => {
      expect(await present(alice({ pool: await addressOf(world.bob) }))).to.equal("UnknownPool");
      const picky = await world.start(2, { database: "sqlite::memory:", pools: [await addressOf(world.bob)] });
      expect(await present(alice({ url: picky.url }))).to.equal("PoolNotServed");
    });

    it("refuses what is too large, malformed or unknown, by the name of the field", async () => {
      const service = attesterAt(world.alice, services[0]!.url);
      const code = (work: Promise<unknown>) =>
        work.then(
          () => "none",
          (error) => error.refusal.code as string,
        );
      const honest = await submissionFor(alice());
      expect(await code(service.submit({ ...honest, document: { text: "x".repeat(8 * 1024 * 1024) } }))).to.equal(
        "TooLarge",
      );
      expect(await code(service.submit({ ...honest, novelty: 10_001 }))).to.equal("InvalidRequest");
      expect(await code(service.submit({ ...honest, extra: 1 } as never))).to.equal("InvalidRequest");
      expect(await code(service.submit({ ...honest, document: { "@type": "Dataset" } }))).to.equal("WrongDocument");
      expect(await code(service.evaluate({ pool: at, blinded: Array(129).fill(id("x")) }))).to.equal("InvalidRequest");
      expect(await code(service.evaluate({ pool: at, blinded: [`0x${"00".repeat(32)}`] }))).to.equal("NotAnElement");
      const deep = JSON.parse(`${"[".repeat(40)}${"]".repeat(40)}`);
      expect(await code(service.submit({ ...honest, document: { deep } }))).to.equal("TooDeep");
    });
  });

  describe("before a replay", () => {
    it("gives the same answer to the same submission, and none to another under the same root", async () => {
      const own = alice();
      const moment = await now(world.alice);
      const service = attesterAt(world.alice, own.url);
      const submission = await submissionFor({ ...own, at: moment });
      const answer = await service.submit(submission);
      expect(await service.submit(submission)).to.deep.equal(answer);
      const code = (changed: object) =>
        service.submit({ ...submission, ...changed }).then(
          () => "none",
          (error) => error.refusal.code as string,
        );
      expect(await code({ commitment: id("another half") })).to.equal("AlreadySubmitted");
      expect(await code({ claim: { ...submission.claim, completeness: 1 } })).to.equal("AlreadySubmitted");
      expect(await code({ deadline: (BigInt(submission.deadline) + 1n).toString() })).to.equal("AlreadySubmitted");
    });

    it("lets a submission be renewed after its deadline: with the same draw, and no fresher records", async () => {
      const own = alice();
      const moment = await now(world.alice);
      const service = attesterAt(world.alice, own.url);
      const short = (s: Submission) => ({ ...s, deadline: (moment + 60n).toString() });
      const submission = await submissionFor({ ...own, at: moment, lies: { submission: short } });
      const { half } = await service.submit(submission);
      const renewed = { ...submission, deadline: (moment + 600n).toString() };
      const code = (changed: object) =>
        service.submit({ ...renewed, ...changed }).then(
          (answer) => answer.half,
          (error) => error.refusal.code as string,
        );
      const claiming = (changed: object) => ({ claim: { ...submission.claim, ...changed } });
      const freshness = submission.claim.freshness!;
      expect(await code({})).to.equal("AlreadySubmitted");
      const snapshot = await world.provider.send("evm_snapshot", []);
      await world.provider.send("evm_increaseTime", [61]);
      await world.provider.send("evm_mine", []);
      expect(await code({ commitment: id("another half") })).to.equal("AlreadySubmitted");
      expect(await code(claiming({ completeness: 1 }))).to.equal("AlreadySubmitted");
      expect(await code(claiming({ freshness: freshness + 1 }))).to.equal("AlreadySubmitted");
      expect(await code(claiming({ freshness: freshness - 1 }))).to.equal(half);
      await world.provider.send("evm_revert", [snapshot]);
    });

    it("draws by both halves: another half of the device does not open what was committed to", async () => {
      const lies = {
        openings: (o: Openings) => ({
          ...o,
          half: id("other"),
        }),
      };
      expect(await present(alice({ lies }))).to.equal("WrongHalf");
    });

    it("refuses a measure of long ago or of tomorrow, and a deadline beyond a month", async () => {
      const moment = await now(world.alice);
      expect(await present(alice({ at: moment - 2n * 86_400n - 60n }))).to.equal("WrongMoment");
      expect(await present(alice({ at: moment + 3_660n }))).to.equal("WrongMoment");
      const until = (seconds: bigint) => ({
        submission: (s: Submission) => ({
          ...s,
          deadline: (moment + seconds).toString(),
        }),
      });
      expect(await present(alice({ lies: until(31n * 86_400n) }))).to.equal("WrongDeadline");
      expect(await present(alice({ lies: until(-1n) }))).to.equal("WrongDeadline");
    });
  });

  describe("that is stopped", () => {
    it("at any moment signs the same afterwards: the same half, the same signature", async () => {
      const own = alice({ at: await now(world.alice) });
      const first = await world.start(1, { database: `sqlite:${world.folder}/restart.sqlite` });
      const signature = await present({ ...own, url: first.url });
      expect(signature).to.match(SIGNATURE);
      await first.service.stop();
      const second = await world.start(1, { database: `sqlite:${world.folder}/restart.sqlite` });
      expect(await present({ ...own, url: second.url })).to.equal(signature);
    });

    it("between journal and signature has said what it said: it signs that, and never something else", async () => {
      const honest = world.attesters[0]!;
      const signer = honest.runner as Signer;
      const crash = new Proxy(signer, {
        get: (target, name) =>
          name === "signTypedData" ? () => Promise.reject(new Error("power cut")) : Reflect.get(target, name, target),
        has: (target, name) => Reflect.has(target, name),
      });
      const journal = `${world.folder}/shared.jsonl`;
      const own = alice({ at: await now(world.alice) });
      const database = `sqlite:${world.folder}/crash.sqlite`;
      const crashing = await world.start(0, { client: { ...honest, runner: crash }, journal, database });
      expect(await present({ ...own, url: crashing.url })).to.equal("Internal");
      expect(readFileSync(journal, "utf8").split("\n")).to.have.length(2);
      await crashing.service.stop();

      const contribution = fromWire((await submissionFor(own)).contribution);
      const other = { quality: 1n, novelty: 0n, deadline: 9_999_999_999n };
      const elsewhere = attestOnce(honest, fileJournal(journal), { pool: at, contribution, assessment: other });
      expect(await elsewhere.catch((error: Error) => error.name)).to.equal("Equivocation");
      const again = await world.start(0, { journal, database });
      expect(await present({ ...own, url: again.url })).to.match(SIGNATURE);
    });

    it("holds to what the command line signed before from the same journal", async () => {
      const journal = `${world.folder}/cli.jsonl`;
      const own = alice({ at: await now(world.alice) });
      const contribution = fromWire((await submissionFor(own)).contribution);
      const assessment = { quality: 1n, novelty: 0n, deadline: 9_999_999_999n };
      await attestOnce(world.attesters[0]!, fileJournal(journal), { pool: at, contribution, assessment });
      const { url } = await world.start(0, { journal, database: "sqlite::memory:" });
      expect(await present({ ...own, url })).to.equal("Equivocation");
    });

    it("is one attester in two processes: one half, one signature, one submission under a root", async () => {
      const database = `sqlite:${world.folder}/twins.sqlite`;
      const one = await world.start(2, { database });
      const two = await world.start(2, { database });
      const own = alice({ at: await now(world.alice) });
      const [a, b] = await Promise.all([one, two].map(({ url }) => present({ ...own, url })));
      expect(a).to.match(SIGNATURE).and.equal(b);

      const submission = await submissionFor(alice());
      const rival = { ...submission, deadline: (BigInt(submission.deadline) + 1n).toString() };
      const results = await Promise.allSettled([
        attesterAt(world.alice, one.url).submit(submission),
        attesterAt(world.alice, two.url).submit(rival),
      ]);
      expect(results.filter(({ status }) => status === "fulfilled")).to.have.length(1);
    });
  });

  describe("counts what is asked, so that nobody tries a dictionary", () => {
    const element = blind([new Uint8Array([1])])[0]!.blinded;
    const ask = (client: Datawell, url: string, count: number, { fetch: fetcher = fetch, pool: of = at } = {}) =>
      attesterAt(client, url, { fetch: fetcher })
        .evaluate({ pool: of, blinded: Array(count).fill(element) })
        .then(
          () => "answered",
          (error) => error.refusal.code as string,
        );

    it("of each account, of all together, by the day, and over a restart", async () => {
      let time = Date.now();
      const database = `sqlite:${world.folder}/quotas.sqlite`;
      const options = { database, quotas: { elements: 10, allElements: 30 }, clock: () => time };
      const first = await world.start(1, options);
      expect(await ask(world.alice, first.url, 10)).to.equal("answered");
      expect(await ask(world.alice, first.url, 1)).to.equal("QuotaSpent");
      expect(await ask(world.bob, first.url, 6)).to.equal("QuotaSpent"); // 16 of the 15 for those that nobody knows
      expect(await ask(world.bob, first.url, 5)).to.equal("answered"); // the refused ones were not counted
      await first.service.stop();
      const second = await world.start(1, options);
      expect(await ask(world.alice, second.url, 1)).to.equal("QuotaSpent");
      time += 86_400_000; // the signatures are of now, an hour of them is not
      expect(await ask(world.alice, second.url, 1)).to.equal("ProofExpired");
    });

    it("of each network, and keeps half of all for those of whom the pool has something", async () => {
      const { pool: known } = await world.launch({ symbol: "KNOWN" });
      await world.contribute(world.alice, known);
      const quotas = { elements: 10, networkElements: 20, allElements: 60 };
      const limits = { proxies: 1 };
      const { url } = await world.start(1, { database: "sqlite::memory:", quotas, limits });
      const from = async (network: string, runner: Datawell["runner"], count = 10) => {
        const fetcher: typeof fetch = (input, init) =>
          fetch(input, { ...init, headers: { ...init?.headers, "x-forwarded-for": network } });
        return ask({ ...world.alice, runner }, url, count, { fetch: fetcher, pool: known });
      };
      const fresh = () => Wallet.createRandom(world.provider);
      expect(await from("203.0.113.7", fresh())).to.equal("answered");
      expect(await from("203.0.113.7", fresh())).to.equal("answered");
      expect(await from("203.0.113.7", fresh())).to.equal("QuotaSpent");
      expect(await from("198.51.100.1", fresh())).to.equal("answered"); // 30 in all
      expect(await from("198.51.100.2", fresh())).to.equal("QuotaSpent");
      expect(await from("203.0.113.7", world.alice.runner)).to.equal("answered");
      expect(await from("203.0.113.7", world.alice.runner, 1)).to.equal("QuotaSpent");
    });

    it("of draws, too: another secret is another draw, and there are not many", async () => {
      const { url } = await world.start(1, { database: "sqlite::memory:", quotas: { submissions: 1, openings: 2 } });
      const own = alice({ url, at: await now(world.alice) });
      expect(await present(own)).to.match(SIGNATURE);
      expect(await present(alice({ url }))).to.equal("QuotaSpent");
      expect(await present(own)).to.match(SIGNATURE);
      expect(await present(own)).to.equal("QuotaSpent");
    });
  });

  describe("asks its node no more than it must", () => {
    const counting = async () => {
      const asked: string[] = [];
      const request = ({ method, params }: { method: string; params?: unknown[] }) => {
        asked.push(method);
        return world.provider.send(method, params ?? []);
      };
      const node = new BrowserProvider({ request }, undefined, { cacheTimeout: -1 });
      return { client: connect(world.file, await node.getSigner(10)), logs: () => asked.filter(isLogs).length, asked };
    };
    const isLogs = (method: string) => method === "eth_getLogs";

    it("nothing for a forged tag, and nothing at all when the account has tried too often", async () => {
      const { client, logs, asked } = await counting();
      const { url } = await world.start(0, { client, database: "sqlite::memory:", quotas: { submissions: 1 } });
      const forge = (s: Submission) => ({ ...s, contentDigest: id("a guess") });
      expect(await present(alice({ url, lies: { submission: forge } }))).to.equal("ForgedTag");
      expect(logs()).to.equal(0);
      const before = asked.length;
      expect(await present(alice({ url, lies: { submission: forge } }))).to.equal("QuotaSpent");
      expect(asked).to.have.length(before);
    });

    it("for a pool's contributions once a block, however many submit", async () => {
      const { client, logs } = await counting();
      const { url } = await world.start(0, { client, database: "sqlite::memory:" });
      for (const _ of [1, 2, 3]) expect(await present(alice({ url }))).to.match(SIGNATURE);
      expect(logs()).to.equal(1);
      await world.provider.send("evm_mine", []);
      expect(await present(alice({ url }))).to.match(SIGNATURE);
      expect(logs()).to.equal(2);
    });
  });

  describeOnEach("when a near copy comes between submission and opening, remembered", (fresh) => {
    const near = { table: weather(1_100, 1_295) };
    const original = weather(1_100, 1_300);

    it("signs neither what the pool has by then nor what it has signed for somebody else", async () => {
      const started = [0, 1, 2].map(async (index) => world.start(index, { database: await fresh() }));
      const [one, other, last] = (await Promise.all(started)) as [Started, Started, Started];
      const late = alice({ ...near, client: world.bob, url: last.url, at: await now(world.alice) });
      const pending = { ...late, url: one.url };
      for (const bobs of [late, pending]) await attesterAt(world.bob, bobs.url).submit(await submissionFor(bobs));
      const two = [one, other];
      const found = await attestRemotely(world.alice, { ...world.paramsOf(at, original, two), secret: id(one.url) });
      expect(await present(pending)).to.equal("NearDuplicate");
      expect(await present({ ...alice(near), url: pending.url })).to.match(SIGNATURE); // her own
      const snapshot = await world.provider.send("evm_snapshot", []);
      await pool.contribute(world.alice, { pool: at, ...found, set: world.set });
      expect(await present(late)).to.equal("NearDuplicate");
      await world.provider.send("evm_revert", [snapshot]);
      expect(await present(late)).to.match(SIGNATURE);
    });
  });

  describe("where something is missing", () => {
    it("does not sign while the chain does not answer", async () => {
      let broken = false;
      const request = ({ method, params }: { method: string; params?: unknown[] }) =>
        broken ? Promise.reject(new Error("429")) : world.provider.send(method, params ?? []);
      const flaky = new BrowserProvider({ request }, undefined, { cacheTimeout: -1 }); // or failures would be remembered
      const signer = await flaky.getSigner(10);
      const { url } = await world.start(0, { client: connect(world.file, signer), database: "sqlite::memory:" });
      const own = alice({ url, at: await now(world.alice) });
      broken = true;
      expect(await present(own)).to.equal("ChainUnavailable");
      expect((await fetch(`${url}/ready`)).status).to.equal(503);
      broken = false;
      expect(await present(own)).to.match(SIGNATURE);
    });

    it("gives up on a node that takes its questions and never answers, and signs when it does", async () => {
      let isMute = false;
      const request = ({ method, params }: { method: string; params?: unknown[] }) =>
        isMute ? new Promise(() => undefined) : world.provider.send(method, params ?? []);
      const node = limitRequests({ request }, 1_000);
      const slow = new BrowserProvider(node, Number(world.alice.chainId), { cacheTimeout: -1 });
      const client = connect(world.file, await slow.getSigner(10));
      const { url } = await world.start(0, { client, database: "sqlite::memory:" });
      const own = alice({ url, at: await now(world.alice) });
      isMute = true;
      expect(await present(own)).to.equal("ChainUnavailable");
      expect((await fetch(`${url}/ready`)).status).to.equal(503);
      expect((await fetch(`${url}/health`)).status).to.equal(200);
      isMute = false;
      expect(await present(own)).to.match(SIGNATURE);
    });

    it("does not sign without a bond, and says so when it is asked whether it is ready", async () => {
      const { url } = await world.start(0, { client: world.stranger, database: "sqlite::memory:" });
      expect((await fetch(`${url}/ready`)).status).to.equal(503);
      expect(await present(alice({ url }))).to.equal("NotBonded");
      await attester.exit(world.attesters[2]!);
      expect(await present(alice({ url: services[2]!.url }))).to.equal("NotBonded");
    });
  });

  describe("in its log", () => {
    it("writes neither secrets nor records nor signatures into its log", () => {
      const text = world.lines.join("");
      expect(text).to.include('"event":"attested"').and.include('"event":"request"');
      for (const hidden of [SECRET, PROVIDER_SECRET, "rubbish 1", "drizzle", "authorization", "power cut power"]) {
        expect(text).to.not.include(hidden);
        expect(text).to.not.include(hidden.replace("0x", ""));
      }
      expect(text).to.not.match(/0x[0-9a-f]{130}/);
    });
  });
});
