import { expect } from "chai";
import { BrowserProvider, makeError, toUtf8Bytes, Wallet, ZeroAddress } from "ethers";
import { Hono } from "hono";
import { network } from "hardhat";
import { requestMessage, signRequest } from "#sdk/auth/index.ts";
import { isSignedBy } from "#sdk/auth/isSignedBy.ts";
import { createWalletAuth, type ServiceError } from "../../../services/shared/http/index.ts";

const NOW = 1_800_000_000;
const ADDRESS = "https://service.example/things?page=1";
const BODY = '{"a":1}';

describe("A signed request", () => {
  const wallet = Wallet.createRandom();
  let nodeFails = false;
  const provider = {
    getCode: async () => {
      if (nodeFails) throw new Error("503");
      return "0x";
    },
    call: async () => "0x",
  };
  let now = NOW;
  beforeEach(() => {
    now = NOW;
    nodeFails = false;
  });

  const auth = createWalletAuth({
    chainId: 5n,
    audiences: () => ["https://old.example", "https://service.example"],
    provider,
    clock: () => now * 1_000,
  });
  const app = new Hono();
  app.all("/*", async (c) => c.text(await auth.accountOf(c)));
  app.onError((error) => new Response((error as ServiceError).code, { status: (error as ServiceError).status }));

  const proof = (overrides: object = {}) =>
    signRequest(wallet, { chainId: 5n, url: ADDRESS, method: "POST", body: toUtf8Bytes(BODY), now: NOW, ...overrides });
  const ask = async (authorization?: string, { url = ADDRESS, method = "POST", body = BODY as string | null } = {}) => {
    const headers = authorization === undefined ? undefined : { authorization };
    const init = { method, headers, ...(body !== null && { body }) };
    const answer = await app.fetch(new Request(url, init));
    return `${answer.status} ${await answer.text()}`;
  };

  it("tells who sends it", async () => {
    expect(await ask(await proof())).to.equal(`200 ${wallet.address}`);
    const bare = await proof({ method: "GET", body: undefined });
    expect(await ask(bare, { method: "GET", body: null })).to.equal(`200 ${wallet.address}`);
  });

  it("is for one method, path, query, body, service and chain", async () => {
    const good = await proof();
    expect(await ask(good, { method: "PUT" })).to.equal("401 NotYours");
    expect(await ask(good, { url: "https://service.example/things?page=2" })).to.equal("401 NotYours");
    expect(await ask(good, { url: "https://service.example/other?page=1" })).to.equal("401 NotYours");
    expect(await ask(good, { body: '{"a":2}' })).to.equal("401 NotYours");
    expect(await ask(await proof({ url: ADDRESS.replace("service", "phisher") }))).to.equal("401 NotYours");
    expect(await ask(await proof({ chainId: 6n }))).to.equal("401 NotYours");
    expect(await ask(await proof({ url: ADDRESS.replace("service", "old") }))).to.equal(`200 ${wallet.address}`);
  });

  it("is nobody else's", async () => {
    const [, text = ""] = (await proof()).split(" ");
    const { account: _, ...rest } = JSON.parse(Buffer.from(text, "base64url").toString());
    const stolen = Buffer.from(JSON.stringify({ account: ZeroAddress, ...rest })).toString("base64url");
    expect(await ask(`Datawell ${stolen}`)).to.equal("401 NotYours");
  });

  it("lasts as long as it says and a minute for the clock, and never longer than five minutes", async () => {
    const minute = await proof({ lifetime: 60 });
    now = NOW + 120;
    expect(await ask(minute)).to.equal(`200 ${wallet.address}`);
    now = NOW + 121;
    expect(await ask(minute)).to.equal("401 ProofExpired");
    now = NOW;
    expect(await ask(await proof({ lifetime: 360 }))).to.equal(`200 ${wallet.address}`);
    expect(await ask(await proof({ lifetime: 361 }))).to.equal("401 ProofExpired");
    for (const hour of [3_600, -3_600]) {
      now = NOW + hour;
      expect(await ask(minute)).to.equal("401 ProofExpired");
    }
  });

  it("is refused when it is none", async () => {
    const json = (value: unknown) => `Datawell ${Buffer.from(JSON.stringify(value)).toString("base64url")}`;
    const whole = { account: wallet.address, expires: NOW, signature: "0x00" };
    const broken = [{}, [], null, { ...whole, more: 1 }, { ...whole, expires: "5" }, { ...whole, expires: 1e300 }];
    const signatures = [
      { ...whole, signature: "0xz" },
      { ...whole, signature: `0x${"00".repeat(9_000)}` },
    ];
    const headers = [
      undefined,
      "",
      "Datawell",
      "Datawell %%%",
      "Bearer x",
      "Datawell e30",
      ...[...broken, ...signatures].map(json),
    ];
    for (const header of headers) expect(await ask(header), String(header).slice(0, 80)).to.equal("401 NotSigned");
    expect(await ask(json(whole))).to.equal("401 NotYours");
  });

  it("is believed of no one while the chain cannot be asked about a contract", async () => {
    nodeFails = true;
    expect(await ask(await proof())).to.equal(`200 ${wallet.address}`); // a key needs no chain
    expect(await ask(await proof({ chainId: 6n }))).to.equal("503 ChainUnavailable");
  });

  it("is a contract's where the contract says so, whatever its mood", async () => {
    const { ethers, provider: eip1193 } = await network.create();
    const node = new BrowserProvider(eip1193, undefined, { cacheTimeout: -1 });
    const owned = await ethers.deployContract("ContractWallet", [wallet.address]);
    const account = await owned.getAddress();
    const digest = `0x${"11".repeat(32)}`;
    const signature = wallet.signingKey.sign(digest).serialized;
    const other = Wallet.createRandom().signingKey.sign(digest).serialized;
    expect(await isSignedBy(node, { account, digest, signature })).to.equal(true);
    expect(await isSignedBy(node, { account, digest, signature: other })).to.equal(false);
    expect(await isSignedBy(node, { account: wallet.address, digest, signature: other })).to.equal(false);
    const moody = await ethers.deployContract("MoodyWallet");
    const itself = await moody.getAddress();
    const said: boolean[] = [];
    for (const mood of [0, 1, 4]) {
      await moody.getFunction("setMood")(mood);
      said.push(await isSignedBy(node, { account: itself, digest, signature }));
    }
    expect(said).to.deep.equal([true, false, false]);
  });

  it("is not a contract's that reverts, and nobody knows of one whose node fails", async () => {
    const answering = (error: Error) => ({
      getCode: async () => "0x60",
      call: async () => {
        throw error;
      },
    });
    const signed = { account: ZeroAddress, digest: `0x${"11".repeat(32)}`, signature: "0x" };
    const reverted = makeError("reverted", "CALL_EXCEPTION", { data: "0x" } as never);
    expect(await isSignedBy(answering(reverted), signed)).to.equal(false);
    const limited = makeError("limited", "CALL_EXCEPTION", {
      data: null,
      info: { error: { message: "429" } },
    } as never);
    for (const fault of [makeError("late", "TIMEOUT", {} as never), limited]) {
      expect(await isSignedBy(answering(fault), signed).catch((error: unknown) => error)).to.equal(fault);
    }
  });

  it("is readable in a wallet", () => {
    const { domain, types } = requestMessage({
      chainId: 5n,
      audience: "a",
      method: "GET",
      path: "/",
      bodyDigest: "0x",
      expires: 1,
    });
    expect(domain).to.deep.equal({ name: "Datawell", version: "1", chainId: 5n });
    expect(types.Request!.map(({ name }) => name)).to.deep.equal([
      "audience",
      "method",
      "path",
      "bodyDigest",
      "expires",
    ]);
  });
});
