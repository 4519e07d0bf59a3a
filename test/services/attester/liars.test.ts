import { expect } from "chai";
import { id, Wallet } from "ethers";
import { now } from "#sdk";
import { type AttestationError, attestRemotely, journalOn, type Shelf } from "#sdk/attestation/index.ts";
import type { Openings, Submission } from "#sdk/attestation/wire.ts";
import { contentTag } from "#sdk/data/contentTag.ts";
import type { Row, Table } from "#sdk/data/table.ts";
import { evaluateBlinded, oprfKey } from "#sdk/oprf/index.ts";
import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import { addressOf } from "../../fixtures/sdk.ts";
import {
  type AttesterWorld,
  attesterWorld,
  DOCUMENT,
  documentOf,
  rubbish,
  SECRET,
  type Started,
  weather,
} from "./helpers/attesterWorld.ts";
import { present, type Presented } from "./helpers/liar.ts";

const SIGNATURE = /^0x[0-9a-f]{130}$/;

/** Whatever an attester answered. */
interface Answer {
  readonly evaluated: readonly string[];
}

/** Keeps texts as a browser does. */
function localShelf(): Shelf {
  const texts = new Map<string, string>();
  return { getItem: (name) => texts.get(name) ?? null, setItem: (name, text) => void texts.set(name, text) };
}

describe("attestation among liars", function () {
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
  const withRows = (rows: readonly Row[]): Table => ({ fields: weather(0, 1).fields, rows });
  const faultOf = (work: Promise<unknown>) =>
    work.then(
      () => "none",
      (error: Error & { code?: string }) => error.code ?? error.name,
    );

  describe("before a device that lies", () => {
    it("finds openings that the root does not commit to", async () => {
      const lie = (change: (row: Row) => Row) => ({
        openings: (o: Openings) => ({
          ...o,
          records: o.records.with(3, { ...o.records[3]!, row: [...change(o.records[3]!.row)] }),
        }),
      });
      expect(await present(alice({ lies: lie((row) => ["2012-01-01", ...row.slice(1)]) }))).to.equal("ForgedOpening");
      expect(await present(alice({ lies: lie((row) => row.slice(1)) }))).to.equal("ForgedOpening");
      const root = (s: Submission) => ({
        ...s,
        contribution: { ...s.contribution, contentRoot: id(`root ${++serial}`) },
      });
      expect(await present(alice({ lies: { submission: root } }))).to.equal("ForgedOpening");
      const fewer = (s: Submission) => ({
        ...s,
        claim: { ...s.claim, records: 190, distinct: 190 },
        contribution: { ...s.contribution, units: "190" },
      });
      expect(await present(alice({ lies: { submission: fewer } }))).to.equal("ForgedOpening");
    });

    it("wants the drawn records, each once, and none besides", async () => {
      const change = (records: (all: Openings["records"]) => Openings["records"]) => ({
        openings: (o: Openings) => ({ ...o, records: records(o.records) }),
      });
      expect(await present(alice({ lies: change((all) => all.slice(0, 1)) }))).to.equal("WrongOpenings");
      expect(await present(alice({ lies: change((all) => [...all, all[0]!]) }))).to.equal("WrongOpenings");
      expect(await present(alice({ lies: change((all) => [...all, ...all, ...all]) }))).to.equal("WrongOpenings");
    });

    it("finds a sketch of other data, and a tag that is taken from somebody else", async () => {
      expect(await present(alice({ lies: { sketched: weather(1_000, 1_200) } }))).to.equal("SketchRefuted");
      const stolen = contentTag(weather(900, 1_000).rows, weather(0, 1).fields, SECRET);
      const steal = (s: Submission) => ({
        ...s,
        contribution: { ...s.contribution, contentTag: stolen },
      });
      expect(await present(alice({ lies: { submission: steal } }))).to.equal("ForgedTag");
    });

    it("finds a quality that was measured on the good half of the records", async () => {
      const good = weather(600, 800);
      const table = withRows(good.rows.flatMap((row, i) => [row, rubbish(200, good.fields)[i]!]));
      expect(await present(alice({ table, lies: { claimed: good } }))).to.equal("ClaimRefuted");
    });

    it("finds repeated records that are claimed to be different", async () => {
      const good = weather(600, 640);
      const table = withRows(Array.from({ length: 10 }, () => good.rows).flat());
      const claim = (s: Submission) => ({
        ...s,
        claim: { ...s.claim, uniqueness: 10_000, distinct: 400 },
        contribution: { ...s.contribution, units: "400" },
      });
      expect(await present(alice({ table, lies: { submission: claim } }))).to.equal("ClaimRefuted");
    });

    it("finds records older than is claimed", async () => {
      const fresh = (s: Submission) => ({
        ...s,
        claim: { ...s.claim, freshness: 10_000 },
      });
      expect(await present(alice({ lies: { submission: fresh } }))).to.equal("ClaimRefuted");
    });

    it("refuses a claim that cannot be true", async () => {
      const claims = (changed: object, contribution: object = {}) => ({
        submission: (s: Submission) => ({
          ...s,
          claim: { ...s.claim, ...changed },
          contribution: { ...s.contribution, ...contribution },
        }),
      });
      expect(await present(alice({ lies: claims({}, { units: "201" }) }))).to.equal("ImpossibleClaim");
      expect(await present(alice({ lies: claims({ uniqueness: 5_000 }) }))).to.equal("ImpossibleClaim");
      expect(await present(alice({ lies: claims({ freshness: undefined }) }))).to.equal("ImpossibleClaim");
      const novel = (s: Submission) => ({ ...s, novelty: 1 });
      expect(await present(alice({ lies: { submission: novel } }))).to.equal("ImpossibleClaim");
      expect(await present(alice({ lies: claims({}, { parent: id("nothing") }) }))).to.equal("ImpossibleClaim");
      const orphan = (s: Submission) => ({
        ...s,
        parentRecords: 5,
        contribution: { ...s.contribution, parent: id("nothing") },
      });
      expect(await present(alice({ lies: { submission: orphan } }))).to.equal("UnknownParent");
    });

    it("measures against the dataset's declaration, not one that the device made up", async () => {
      const loose = documentOf(
        weather(0, 1).fields.map(({ name, nullable }) => ({ name, nullable, type: "text" as const })),
        "Loose",
      );
      const declare = (datasetDocument?: object) => ({
        submission: (s: Submission) => ({
          ...s,
          document: loose,
          ...(datasetDocument && { datasetDocument: datasetDocument as Record<string, unknown> }),
          contribution: { ...s.contribution, metadata: metadataDigest(loose) },
        }),
      });
      expect(await present(alice({ lies: declare() }))).to.equal("WrongDeclaration");
      expect(await present(alice({ lies: declare(DOCUMENT) }))).to.equal("WrongDeclaration");
      const other = (s: Submission) => ({ ...s, document: loose });
      expect(await present(alice({ lies: { submission: other } }))).to.equal("WrongDocument");
      const named = documentOf(weather(0, 1).fields, "Another name");
      const fine = (s: Submission) => ({
        ...s,
        document: named,
        datasetDocument: DOCUMENT,
        contribution: { ...s.contribution, metadata: metadataDigest(named) },
      });
      expect(await present(alice({ lies: { submission: fine } }))).to.match(SIGNATURE);
    });
  });

  describe("an attester that lies", () => {
    const table = weather(1_300, 1_400);
    const params = (overrides: object = {}) => ({
      ...world.paramsOf(at, table, services),
      secret: id("lied to"),
      ...overrides,
    });
    /** Changes what the first attester answers on a path. */
    const tampering =
      (path: RegExp, change: (answer: Answer) => object): typeof fetch =>
      async (input, init) => {
        const response = await fetch(input, init);
        const url = String(input);
        if (!url.startsWith(services[0]!.url) || !path.test(url) || !response.ok) return response;
        return Response.json(change(await response.json()));
      };

    it("with another key cannot evaluate: the device goes on with the next and says why", async () => {
      const other = oprfKey(id("its own key"));
      const fetcher = tampering(/evaluations$/, ({ evaluated }) => evaluateBlinded(other, evaluated));
      const found = await attestRemotely(world.alice, params({ fetch: fetcher }));
      expect(found.refusals.map(({ code }) => code)).to.deep.equal(["BadProof"]);
      expect(found.contribution.contentTag).to.equal(contentTag(table.rows, table.fields, SECRET));
    });

    it("about the key is left out where the pool's is known or enough others agree, and told by name where they do not", async () => {
      const { publicKey } = oprfKey(SECRET);
      const fetcher = tampering(/pools/, (info) => ({ ...info, publicKey: oprfKey(id("its own key")).publicKey }));
      const found = await attestRemotely(world.alice, params({ fetch: fetcher, publicKey }));
      expect(found.refusals.map(({ code }) => code)).to.deep.equal(["WrongKey"]);
      const most = await attestRemotely(world.alice, params({ fetch: fetcher }));
      expect(most.refusals.map(({ code, attester }) => [code, attester])).to.deep.equal([
        ["DifferentKeys", services[0]!.url],
      ]);
      expect(most.contribution.contentTag).to.equal(contentTag(table.rows, table.fields, SECRET));
      const urls = ["http://127.0.0.1:9", ...services.slice(0, 2).map(({ url }) => url)];
      const two = params({ fetch: fetcher, attesters: urls });
      const split = (await attestRemotely(world.alice, two).catch((error: unknown) => error)) as AttestationError;
      expect(split.code).to.equal("DifferentKeys");
      expect(split.refusals.map(({ attester, fault }) => [attester, fault.slice(-66)]).slice(1)).to.deep.equal([
        [services[0]!.url, oprfKey(id("its own key")).publicKey],
        [services[1]!.url, publicKey],
      ]);
    });

    it("about its account or signature is left out", async () => {
      const stranger = tampering(/pools/, (info) => ({ ...info, attester: Wallet.createRandom().address }));
      const left = await attestRemotely(world.alice, params({ fetch: stranger }));
      expect(left.refusals.map(({ code }) => code)).to.deep.equal(["NotOfTheSet"]);
      const forged = tampering(/openings$/, (a) => ({ ...a, signature: `0x${"11".repeat(64)}1b` }));
      const found = await attestRemotely(world.alice, params({ fetch: forged }));
      expect(found.refusals.map(({ code }) => code)).to.deep.equal(["BadSignature"]);
    });

    it("about the horizon of freshness, or answers rubbish, is told", async () => {
      const horizon = tampering(/pools/, (info) => ({ ...info, freshnessHorizon: 1 }));
      const most = await attestRemotely(world.alice, params({ fetch: horizon }));
      expect(most.refusals.map(({ code, attester }) => [code, attester])).to.deep.equal([
        ["DifferentTerms", services[0]!.url],
      ]);
      const two = { fetch: horizon, attesters: services.slice(0, 2).map(({ url }) => url) };
      expect(await faultOf(attestRemotely(world.alice, params(two)))).to.equal("DifferentTerms");
      const found = await attestRemotely(world.alice, params({ fetch: tampering(/pools/, () => ({ hello: 1 })) }));
      expect(found.refusals.map(({ code }) => code)).to.deep.equal(["BadAnswer"]);
    });

    it("gets one draw, however often it fails, whatever it says of its half, key, account and horizon then", async () => {
      const url = "https://liar.example";
      const opened: number[][] = [];
      const liar = (says: { half?: string; secret?: string; account?: number; horizon?: number }): typeof fetch => {
        const key = oprfKey(says.secret ?? SECRET);
        const info = async () => ({
          chainId: String(world.alice.chainId),
          pool: at,
          attester: await addressOf(world.attesters[says.account ?? 0]!),
          publicKey: key.publicKey,
          records: 8,
          lanes: 4,
          freshnessHorizon: says.horizon ?? 1_000_000_000,
        });
        return async (input, init) => {
          const body = init?.body && JSON.parse(new TextDecoder().decode(init.body as Uint8Array));
          if (String(input).includes("/pools/")) return Response.json(await info());
          if (String(input).endsWith("/evaluations")) return Response.json(evaluateBlinded(key, body.blinded));
          if (String(input).endsWith("/contributions"))
            return Response.json({ id: id(""), half: says.half ?? id("half") });
          opened.push(body.records.map(({ index }: { index: number }) => index));
          return Response.json({ code: "Internal" }, { status: 503 });
        };
      };
      const shelf = localShelf();
      const attempt = async (says: Parameters<typeof liar>[0]) => {
        const journal = journalOn(shelf, "a device"); // which was switched off meanwhile
        const asked = params({ attesters: [url], journal, secret: id("one draw"), fetch: liar(says) });
        const refused = (await attestRemotely(world.alice, asked).catch((error: unknown) => error)) as AttestationError;
        return refused.refusals.map(({ code }) => code);
      };
      expect(await attempt({})).to.deep.equal(["Internal"]);
      for (const says of [{ half: id("its choice") }, { secret: id("its own key") }, { account: 1 }]) {
        expect(await attempt(says)).to.deep.equal(["AnotherDraw"]);
      }
      expect(opened).to.have.length(1);
      expect(await attempt({ horizon: 1 })).to.deep.equal(["Internal"]);
      expect(opened[1]).to.deep.equal(opened[0]);
    });

    it("about the horizon later is told what the first one gives: no ages of records by trying", async () => {
      const claims: unknown[] = [];
      const recording =
        (freshnessHorizon: number): typeof fetch =>
        async (input, init) => {
          if (!String(input).endsWith("/contributions")) {
            return tampering(/pools/, (info) => ({ ...info, freshnessHorizon }))(input, init);
          }
          claims.push(JSON.parse(new TextDecoder().decode(init!.body as Uint8Array)).claim);
          return Response.json({ code: "Internal" }, { status: 503 });
        };
      const one = { attesters: [services[0]!.url], secret: id("horizons"), assessedAt: await now(world.alice) };
      for (const horizon of [1_000_000_000, 500_000_000]) {
        await faultOf(attestRemotely(world.alice, params({ ...one, fetch: recording(horizon) })));
      }
      expect(claims).to.have.length(2);
      expect(claims[1]).to.deep.equal(claims[0]);
    });

    it("gets no more than one record in eight, however many it asks for", async () => {
      let opened = 0;
      const greedy = tampering(/pools/, (info) => ({ ...info, records: 1_000, lanes: 64 }));
      const counting: typeof fetch = (input, init) => {
        if (String(input).startsWith(services[0]!.url) && String(input).endsWith("/openings")) {
          opened = JSON.parse(new TextDecoder().decode(init!.body as Uint8Array)).records.length;
        }
        return greedy(input, init);
      };
      await attestRemotely(world.alice, params({ fetch: counting }));
      expect(opened).to.be.within(13, 20); // of 100: an eighth, and witnesses for a sixteenth
    });

    it("is refused records under other fields than the metadata declares", async () => {
      const renamed = {
        ...table,
        fields: table.fields.map(({ name, type, nullable }) => ({ name: `${name}x`, type, nullable })),
      };
      expect(await faultOf(attestRemotely(world.alice, params({ table: renamed })))).to.equal("WrongFields");
    });
  });
});
