import { expect } from "chai";
import { getBytes, hashMessage, toUtf8Bytes, ZeroAddress, ZeroHash } from "ethers";
import { type Datawell, pool as pools } from "#sdk";
import { signerOf } from "#sdk/chain/signerOf.ts";
import { describeDataset } from "#sdk/metadata/describeDataset.ts";
import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import { sign } from "#sdk/signing/sign.ts";
import {
  authorshipMessage,
  documentAuthors,
  getDocument,
  publishDocument,
  searchDocuments,
  type StoreClient,
} from "#sdk/store/index.ts";
import { addressOf } from "../../fixtures/sdk.ts";
import { describeOnEach } from "../database/dialects.ts";
import { send, verdict } from "./asking.ts";
import { DOCUMENT } from "./document.ts";
import { failure, storeWorld, type StoreWorld } from "./storeWorld.ts";

const described = (name: string, keywords: string[], description = "What was measured") =>
  describeDataset({
    name,
    description,
    keywords,
    license: "CC0-1.0",
    creator: { type: "Person", name: "Ada" },
    datePublished: "2026-01-31",
    version: "1",
    fields: [{ name: "température", type: "number", nullable: false }],
    requirements: ["Fifty records"],
    usageScenarios: ["Teaching"],
    potentialCustomers: ["Universities"],
  });

describe("Documents of a store", () => {
  let world: StoreWorld;
  before(async () => {
    world = await storeWorld();
  });
  after(() => world.end());

  describeOnEach("kept", (fresh) => {
    let url: string;
    let as: (client: Datawell) => StoreClient;
    before(async () => {
      ({ url, as } = await world.start({ database: await fresh(), quotas: { documentsPerAuthor: 6 } }));
    });

    const publication = async (client: Datawell, overrides: Record<string, unknown> = {}) => {
      const author = await addressOf(client);
      const signed = { author, pool: world.pool, contentTag: ZeroHash, digest: metadataDigest(DOCUMENT) };
      const signature = await sign(client, authorshipMessage(client.chainId, signed));
      return { document: DOCUMENT, author, pool: world.pool, contentTag: ZeroHash, signature, ...overrides };
    };

    it("come back byte for byte under the address that the chain names, with a signature anybody can check", async () => {
      const maker = as(world.maker);
      const { cid, digest, role } = await publishDocument(maker, { document: DOCUMENT, pool: world.pool });
      expect({ digest, role }).to.deep.equal({ digest: metadataDigest(DOCUMENT), role: "maker" });
      expect(await getDocument(as(world.stranger), cid)).to.deep.equal(DOCUMENT);
      const [author, ...others] = await documentAuthors(as(world.stranger), cid);
      expect(others).to.be.empty;
      expect(author).to.include({ author: await addressOf(world.maker), pool: world.pool, role: "maker" });
    });

    it("can be published again by the same author without becoming two", async () => {
      const again = { document: { ...DOCUMENT }, pool: world.pool };
      const [one, other] = [
        await publishDocument(as(world.maker), again),
        await publishDocument(as(world.maker), again),
      ];
      expect(one).to.deep.equal(other);
      expect(await documentAuthors(as(world.maker), one.cid)).to.have.length(1);
      expect(await searchDocuments(as(world.maker), { text: "penguins" })).to.have.length(1);
    });

    it("tell makers and providers from others, as the chain does", async () => {
      const document = described("Roles", ["roles"]);
      const { contribution } = await world.contribute(world.bob, world.pool);
      const { contentTag } = contribution;
      const roleOf = async (client: Datawell, tag?: string) =>
        (await publishDocument(as(client), { document, pool: world.pool, contentTag: tag })).role;
      expect(await roleOf(world.bob, contentTag)).to.equal("provider");
      expect(await roleOf(world.bob)).to.equal("other");
      expect(await roleOf(world.stranger, contentTag)).to.equal("other");
      expect(await searchDocuments(as(world.bob), { text: "roles", role: "provider" })).to.have.length(1);
      await pools.revoke(world.bob, { pool: world.pool, contentTag });
      expect(await roleOf(world.bob, contentTag)).to.equal("other");
      expect(await searchDocuments(as(world.bob), { text: "roles", role: "provider" })).to.be.empty;
    });

    it("take no signature for another document, pool, contribution or author", async () => {
      const good = await publication(world.alice);
      const { pool: otherPool } = await world.launch({ name: "Other", symbol: `O${Date.now() % 100_000}` });
      const changes = [
        { document: { ...DOCUMENT, version: "2" } },
        { pool: otherPool },
        { contentTag: world.contentTag },
        { author: await addressOf(world.bob) },
        { signature: await signerOf(world.alice).signMessage(getBytes(hashMessage("x"))) },
      ];
      for (const change of changes) {
        expect(verdict(await send(url, "/documents", { ...good, ...change }))).to.equal("401 NotSigned");
      }
    });

    it("speak of pools of this chain only", async () => {
      const { alita, factory } = world.alice;
      for (const pool of [ZeroAddress, await addressOf(world.bob), alita.address, factory.address]) {
        const signed = {
          author: await addressOf(world.alice),
          pool,
          contentTag: ZeroHash,
          digest: metadataDigest(DOCUMENT),
        };
        const signature = await sign(world.alice, authorshipMessage(world.alice.chainId, signed));
        const answer = await send(url, "/documents", { ...(await publication(world.alice)), pool, signature });
        expect(verdict(answer)).to.equal("422 UnknownPool");
      }
    });

    it("are refused with the place of each fault", async () => {
      const { name: _, ...nameless } = DOCUMENT;
      const body = await publication(world.alice, { document: { ...nameless, version: {} } });
      const { status, body: problem } = await send(url, "/documents", body);
      expect(status).to.equal(400);
      const issues = problem.issues as { pointer: string; remedy: string }[];
      expect(issues.map(({ pointer }) => pointer)).to.have.members(["/document/name", "/document/version"]);
      expect(issues[0]!.remedy).to.be.a("string");
    });

    it("are refused when nested too deeply, too large, or with names that harm", async () => {
      const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });
      const put = async (more: object) =>
        verdict(await send(url, "/documents", await publication(world.alice, { document: { ...DOCUMENT, ...more } })));
      expect(await put({ more: deep(17) })).to.equal("400 InvalidMetadata");
      expect(await put({ more: deep(40) })).to.equal("400 TooDeep");
      expect(await put({ more: "x".repeat(1_100_000) })).to.equal("413 TooLarge");
      const text = JSON.stringify(await publication(world.alice)).replace("{", '{"\\u005f_proto__":{"role":"maker"},');
      expect(verdict(await send(url, "/documents", text))).to.equal("400 UnsafeName");
      expect(({} as { role?: string }).role).to.equal(undefined);
    });

    it("are found by words in any case and with or without accents, the title first", async () => {
      const pool = world.pool;
      await publishDocument(as(world.alice), { document: described("Rivers of Europe", ["water"]), pool });
      await publishDocument(as(world.alice), {
        document: described("Lakes", ["water"], "Not of rivers: of lakes"),
        pool,
      });
      const found = async (text: string) => (await searchDocuments(as(world.bob), { text })).map(({ name }) => name);
      expect(await found("RIVERS")).to.deep.equal(["Rivers of Europe", "Lakes"]);
      expect(await found("rivers europe")).to.deep.equal(["Rivers of Europe"]);
      expect(await found("Temperature euro")).to.deep.equal(["Rivers of Europe"]);
      expect(await found("rivers mountains")).to.deep.equal([]);
      expect(await searchDocuments(as(world.bob), { text: "water", limit: 1, offset: 1 })).to.have.length(1);
      expect(await searchDocuments(as(world.bob), { author: await addressOf(world.alice) })).to.have.length(2);
    });

    it("are searched for by whatever people type, without a word of it becoming SQL or search syntax", async () => {
      const hostile = [
        `"`,
        `' OR 1=1 --`,
        `rivers" OR name:*`,
        "a & b | !c:*",
        "NEAR(",
        "*",
        "\\",
        "%00\u0000",
        "((((",
        "-x",
        "ａ",
      ];
      for (const text of hostile) expect(await searchDocuments(as(world.bob), { text }), text).to.be.an("array");
      expect((await failure(searchDocuments(as(world.bob), { text: "x".repeat(201) }))).code).to.equal(
        "InvalidRequest",
      );
      expect((await failure(searchDocuments(as(world.bob), { limit: 101 }))).code).to.equal("InvalidRequest");
    });

    it("hold six of one author and not a seventh", async () => {
      const put = (count: number) =>
        publishDocument(as(world.consumer), { document: described(`Copy ${count}`, ["copy"]), pool: world.pool });
      for (let count = 1; count <= 6; count++) await put(count);
      expect((await failure(put(7))).code).to.equal("QuotaReached");
    });

    it("keep control characters of a name out of what is listed, and in the document", async () => {
      const document = described("Bell \u0007 and null \u0000 end", ["odd"]);
      const { cid } = await publishDocument(as(world.alice), { document, pool: world.pool });
      const [found] = await searchDocuments(as(world.alice), { text: "bell null" });
      expect(found).to.include({ cid, name: "Bell   and null   end" });
      expect((await getDocument(as(world.alice), cid)).name).to.equal(document.name);
    });

    it("are named by content addresses and by no path", async () => {
      for (const name of ["..%2f..%2fetc%2fpasswd", "bafy", "http:%2f%2f127.0.0.1", "bafkrei'--"]) {
        expect((await fetch(`${url}/documents/${name}`)).status, name).to.be.oneOf([400, 404]);
      }
    });

    it("are not taken while the chain does not answer", async () => {
      const fault = () => Promise.reject(new Error("502 Bad Gateway"));
      const body = await publication(world.bob);
      expect(verdict(await world.whileNode(fault, () => send(url, "/documents", body)))).to.equal(
        "503 ChainUnavailable",
      );
    });
  });

  it("are not believed when a store answers something else", async () => {
    const { as } = await world.start();
    const { cid } = await publishDocument(as(world.maker), { document: DOCUMENT, pool: world.pool });
    const liar: StoreClient = { ...as(world.maker), fetch: async () => new Response(toUtf8Bytes("{}").slice()) };
    expect((await failure(getDocument(liar, cid))).code).to.equal("WrongContent");
  });
});
