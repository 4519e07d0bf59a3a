import { expect } from "chai";
import { zeroPadValue } from "ethers";
import { SiweMessage } from "siwe";
import { pool as pools } from "#sdk";
import { signerOf } from "#sdk/chain/signerOf.ts";
import {
  answerRequests,
  generateDeviceKeys,
  openOwnUrls,
  openUrls,
  publishUrls,
  releaseMessage,
  type UrlRecord,
} from "#sdk/store/index.ts";
import { addressOf } from "../../fixtures/sdk.ts";
import { describeOnEach } from "../database/dialects.ts";
import { nonceOf, send, sendAsking, signAsking, verdict } from "./asking.ts";
import { failure, storeWorld, type StoreWorld, URLS } from "./storeWorld.ts";

const HOUR = 3_600_000;

describe("Release of a key", () => {
  let world: StoreWorld;
  before(async () => {
    world = await storeWorld();
  });
  after(() => world.end());

  describeOnEach("by a store", (fresh) => {
    let store: Awaited<ReturnType<StoreWorld["start"]>>;
    let record: UrlRecord;
    let now = Date.now();
    before(async () => {
      now = Date.now(); // not that of when the file was loaded
      store = await world.start({ database: await fresh(), clock: () => now });
      ({ record } = await world.publish(store.as));
    });
    beforeEach(() => {
      now = Date.now();
    });

    const asking = (signed = {}) => signAsking(store.url, { client: world.consumer, cid: record.cid, signed });

    it("gives the addresses to a licence holder and to the owner, each on a device of theirs", async () => {
      const own = await world.publish(store.as);
      const reader = await generateDeviceKeys();
      expect(await openUrls(store.as(world.consumer), { record: own.record, device: reader })).to.deep.equal(URLS);
      expect(await openUrls(store.as(world.alice), { record: own.record, device: reader })).to.deep.equal(URLS);
      expect(await openOwnUrls(store.as(world.alice), own)).to.deep.equal(URLS);
    });

    it("refuses a stranger, a maker without a licence and another provider", async () => {
      for (const client of [world.stranger, world.maker, world.bob]) {
        const answer = await sendAsking(
          store.url,
          record.cid,
          await signAsking(store.url, { client, cid: record.cid }),
        );
        expect(verdict(answer)).to.equal("403 NoAccess");
      }
    });

    it("answers a request once, however fast it comes again", async () => {
      const once = await asking();
      const answers = await Promise.all([1, 2, 3, 4].map(() => sendAsking(store.url, record.cid, once)));
      expect(answers.map(verdict).toSorted()).to.deep.equal([
        "200 released",
        ...Array<string>(3).fill("401 NonceUsed"),
      ]);
    });

    it("takes no signature for another record, device, chain, store or account", async () => {
      const { publicKey: key } = await generateDeviceKeys();
      const account = await addressOf(world.stranger);
      const cid = "bafkreibyumphxcrupnk57qusj2vsjuzp5vz3jcg323alvsrr6baxjw4aee";
      for (const signed of [{ cid }, { key }, { chainId: 1n }, { origin: "https://other.example" }, { account }]) {
        expect(verdict(await sendAsking(store.url, record.cid, await asking(signed)))).to.equal("401 NotSigned");
      }
      const { origin: _, ...swapped } = { ...(await asking()), origin: "", key };
      expect(verdict(await sendAsking(store.url, record.cid, swapped))).to.equal("401 NotSigned");
    });

    it("takes no nonce that it did not give", async () => {
      const nonce = await nonceOf(store.url);
      const forged = [nonce.replace(/^./, (digit) => (digit === "6" ? "7" : "6")), nonce.slice(0, 40) + "0".repeat(32)];
      for (const other of forged) {
        expect(verdict(await sendAsking(store.url, record.cid, await asking({ nonce: other })))).to.equal(
          "401 BadNonce",
        );
      }
    });

    it("takes a nonce for ten minutes less a second, and no longer", async () => {
      const [first, second] = [await asking(), await asking()];
      now += 598_000;
      expect(verdict(await sendAsking(store.url, record.cid, first))).to.equal("200 released");
      now += 3_000;
      expect(verdict(await sendAsking(store.url, record.cid, second))).to.equal("401 NonceExpired");
    });

    it("does not take a used nonce again when its clock jumps an hour, forth and back", async () => {
      const used = await asking();
      expect(verdict(await sendAsking(store.url, record.cid, used))).to.equal("200 released");
      now += HOUR;
      const other = await asking();
      expect(verdict(await sendAsking(store.url, record.cid, other))).to.equal("200 released");
      now -= 2 * HOUR;
      expect(verdict(await sendAsking(store.url, record.cid, used))).to.equal("401 NonceUsed");
      expect(verdict(await sendAsking(store.url, record.cid, other))).to.equal("401 NonceUsed");
    });

    it("asks the wallet where the account is a contract", async () => {
      const owner = await addressOf(world.consumer);
      const wallet = await (await world.ethers.deployContract("ContractWallet", [owner])).getAddress();
      await pools.buyLicence(world.consumer, { pool: world.pool, licensee: wallet });
      const signed = await asking({ account: wallet });
      const answer = await sendAsking(store.url, record.cid, { ...signed, account: wallet });
      expect(verdict(answer)).to.equal("200 released");
      const cid = record.cid;
      const forged = await signAsking(store.url, { client: world.stranger, cid, signed: { account: wallet } });
      expect(verdict(await sendAsking(store.url, cid, { ...forged, account: wallet }))).to.equal("401 NotSigned");
    });

    it("seals to no key that is none, and lets the request be made anew", async () => {
      const nonce = await nonceOf(store.url);
      const key = zeroPadValue("0x", 32);
      const wrong = { ...(await asking({ key, nonce })), key };
      expect(verdict(await sendAsking(store.url, record.cid, wrong))).to.equal("400 BadKey");
      expect(verdict(await sendAsking(store.url, record.cid, await asking({ nonce })))).to.equal("200 released");
    });

    it("gives nothing while the node is late, broken, lying or on another chain, and spends no nonce", async () => {
      const faults = {
        late: () => new Promise(() => {}),
        broken: () => Promise.reject(new Error("500 Internal Server Error")),
        garbage: (method: string) => (method === "eth_call" ? Promise.resolve("0xzz") : undefined),
        empty: (method: string) => (method === "eth_call" ? Promise.resolve("0x") : undefined),
        limited: (method: string) =>
          method === "eth_call"
            ? Promise.reject(Object.assign(new Error("Too many requests"), { code: -32005 }))
            : undefined,
        "wrong chain": (method: string) => (method === "eth_chainId" ? Promise.resolve("0x1") : undefined),
      };
      const strict = await world.start({ database: await fresh(), chainTimeoutMs: 1_000 });
      const { record: own } = await world.publish(strict.as);
      const patient = await signAsking(strict.url, { client: world.consumer, cid: own.cid });
      for (const [name, fault] of Object.entries(faults)) {
        const answer = await world.whileNode(fault, () => sendAsking(strict.url, own.cid, patient));
        expect(verdict(answer), name).to.equal("503 ChainUnavailable");
      }
      expect(verdict(await sendAsking(strict.url, own.cid, patient))).to.equal("200 released");
    });

    it("names the fault and the remedy for what is no request at all", async () => {
      const { status, body } = await send(store.url, `/records/${record.cid}/release`, { account: "0x1", key: 5 });
      expect(status).to.equal(400);
      const issues = body.issues as { pointer: string }[];
      expect(issues.map(({ pointer }) => pointer)).to.include.members(["/account", "/key", "/nonce", "/signature"]);
    });

    it("has the owner's device answer where the owner sealed", async () => {
      const sent: string[] = [];
      const { record: sealed, device } = await world.publish(store.as, "owner");
      const spy: typeof fetch = async (input, init) => {
        sent.push(String(init?.body));
        return fetch(input, init);
      };
      const [alice, consumer] = [store.as(world.alice), { ...store.as(world.consumer), fetch: spy }];
      const reader = await generateDeviceKeys();
      const params = { record: sealed, device: reader };
      expect(await openUrls(consumer, params)).to.equal(undefined);
      expect(await openUrls(consumer, params)).to.equal(undefined);
      const bad = { ...params, device: { ...reader, publicKey: zeroPadValue("0x", 32) } };
      expect(await openUrls(consumer, bad)).to.equal(undefined); // a key that cannot be sealed to stops nobody else
      expect((await failure(openUrls(store.as(world.stranger), params))).code).to.equal("NoAccess");
      expect(await answerRequests(alice, { record: sealed, device })).to.deep.equal([await addressOf(world.consumer)]);
      expect(await answerRequests(alice, { record: sealed, device })).to.deep.equal([]);
      expect(await openUrls(consumer, params)).to.deep.equal(URLS);
      expect((await failure(answerRequests(store.as(world.stranger), { record: sealed, device }))).code).to.equal(
        "NotYours",
      );
    });

    it("lets one account wait with twenty devices and not with twenty-one", async () => {
      const { record: sealed } = await world.publish(store.as, "owner");
      const consumer = store.as(world.consumer);
      for (let count = 0; count < 20; count++) {
        expect(await openUrls(consumer, { record: sealed, device: await generateDeviceKeys() })).to.equal(undefined);
      }
      const last = openUrls(consumer, { record: sealed, device: await generateDeviceKeys() });
      expect((await failure(last)).code).to.equal("QuotaReached");
    });
  });

  it("asks for a text that is an EIP-4361 message", async () => {
    const store = await world.start();
    const [account, nonce] = [await addressOf(world.consumer), await nonceOf(store.url)];
    const { publicKey: key } = await generateDeviceKeys();
    const cid = "bafkreibyumphxcrupnk57qusj2vsjuzp5vz3jcg323alvsrr6baxjw4aee";
    for (const origin of [store.url, "https://store.example"]) {
      const text = releaseMessage({ origin, chainId: 31_337n, account, cid, key, nonce });
      const parsed = new SiweMessage(text);
      expect(parsed.prepareMessage()).to.equal(text);
      expect(parsed).to.include({ address: account, chainId: 31_337, nonce, domain: new URL(origin).host });
      expect(parsed.resources).to.deep.equal([`ipfs://${cid}`, `urn:datawell:hpke:${key}`]);
      const signature = await signerOf(world.consumer).signMessage(text);
      const time = new Date(Date.parse(parsed.issuedAt!) + 1_000).toISOString();
      expect((await parsed.verify({ signature, nonce, time })).success).to.equal(true);
    }
  });

  it("takes no old block for the present", async () => {
    const { timestamp } = (await world.provider.getBlock("latest"))!;
    let clock = (timestamp + 60) * 1_000;
    const store = await world.start({ maxBlockAge: 60, clock: () => clock });
    expect((await fetch(`${store.url}/ready`)).status).to.equal(200);
    clock += 1_000;
    expect((await fetch(`${store.url}/ready`)).status).to.equal(503);
    expect((await fetch(`${store.url}/health`)).status).to.equal(200);
  });

  describe("when access has ended", () => {
    it("refuses once the contribution is revoked, and where it is one that stays on the device", async () => {
      const store = await world.start();
      const { contribution: gone } = await world.contribute(world.bob, world.pool, { kind: 1n });
      const { contribution: device } = await world.contribute(world.bob, world.pool);
      const { record } = await world.publish(store.as);
      const recordOf = async (contentTag: string) => {
        const { publicKey: ownerKey } = await generateDeviceKeys();
        const params = { urls: URLS, document: record.document, pool: world.pool, contentTag, ownerKey };
        return publishUrls(store.as(world.bob), { ...params, mode: "store" });
      };
      const reader = { device: await generateDeviceKeys() };
      const revoked = await recordOf(gone.contentTag);
      expect(await openUrls(store.as(world.consumer), { ...reader, record: revoked })).to.deep.equal(URLS);
      await pools.revoke(world.bob, { pool: world.pool, contentTag: gone.contentTag });
      const refused = await failure(openUrls(store.as(world.consumer), { ...reader, record: revoked }));
      expect(refused.code).to.equal("Revoked");
      const kept = await recordOf(device.contentTag);
      const never = await failure(openUrls(store.as(world.consumer), { ...reader, record: kept }));
      expect(never.code).to.equal("NotContributed");
      const foreign = await recordOf(world.contentTag); // Alice's contribution, named by Bob
      const other = await failure(openUrls(store.as(world.consumer), { ...reader, record: foreign }));
      expect(other.code).to.equal("NotContributed");
    });

    it("refuses from the second on at which the licence is over", async () => {
      const store = await world.start();
      const { record } = await world.publish(store.as);
      const account = await addressOf(world.consumer);
      const pool = await world.ethers.getContractAt("DataPool", world.pool);
      const end = Number(await pool.licensedUntil(account));
      const ask = async () =>
        sendAsking(store.url, record.cid, await signAsking(store.url, { client: world.consumer, cid: record.cid }));
      await world.time.increaseTo(end);
      expect(verdict(await ask())).to.equal("200 released");
      await world.time.increaseTo(end + 1);
      expect(verdict(await ask())).to.equal("403 NoAccess");
    });
  });
});
