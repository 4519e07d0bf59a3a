import { expect } from "chai";
import {
  BrowserProvider,
  computeAddress,
  type Signer,
  SigningKey,
  toUtf8Bytes,
  toUtf8String,
  Wallet,
  ZeroAddress,
} from "ethers";
import { Hono } from "hono";
import { network } from "hardhat";
import type { Datawell } from "#sdk";
import {
  createSession,
  type Delegation,
  delegationMessage,
  PURPOSE,
  type RequestProof,
  sessionRequestMessage,
} from "#sdk/auth/index.ts";
import { proofHeader } from "#sdk/auth/proofHeader.ts";
import { requestOf } from "#sdk/auth/signRequest.ts";
import { digestOf } from "#sdk/signing/digestOf.ts";
import { createWalletAuth, type ServiceError } from "../../../services/shared/http/index.ts";

const NOW = 1_800_000_000;
const HOUR = 3_600;
const SERVICE = "https://attester.example";
const ASKED = { url: `${SERVICE}/things?page=1`, method: "POST", body: toUtf8Bytes('{"a":1}') };

/** A client as far as signing goes, that counts what it signs. */
function accountWith(wallet: Signer) {
  const asked: string[] = [];
  const runner = {
    getAddress: () => wallet.getAddress(),
    signTypedData: async (...args: Parameters<Signer["signTypedData"]>) => {
      asked.push(Object.keys(args[1])[0]!);
      return wallet.signTypedData(...args);
    },
  };
  return { client: { chainId: 5n, runner } as unknown as Datawell, asked };
}

describe("A session", () => {
  const wallet = Wallet.createRandom();
  const nobody = { getCode: async () => "0x", call: async () => "0x" };
  let now = NOW;
  const clock = () => now * 1_000;
  beforeEach(() => {
    now = NOW;
  });

  function serve(options: Partial<Parameters<typeof createWalletAuth>[0]> = {}) {
    const known = { chainId: 5n, audiences: () => ["https://old.example", SERVICE], provider: nobody };
    const auth = createWalletAuth({ ...known, purpose: PURPOSE.attestation, clock, ...options });
    const app = new Hono();
    app.all("/*", async (c) => c.text(await auth.accountOf(c)));
    app.onError((error) => new Response((error as ServiceError).code, { status: (error as ServiceError).status }));
    return async (authorization: string, { url, method, body } = ASKED): Promise<string> => {
      const init = { method, headers: { authorization }, body: toUtf8String(body) };
      const answer = await app.fetch(new Request(url, init));
      return `${answer.status} ${await answer.text()}`;
    };
  }

  const ask = serve();
  const params = { purpose: PURPOSE.attestation, audiences: [`${SERVICE}/a/path`, "https://other.example"], clock };
  const yes = `200 ${wallet.address}`;

  /** A proof made by hand, right but for what is said otherwise. */
  async function proof(changes: Partial<Delegation> = {}, rest: Partial<RequestProof> = {}): Promise<string> {
    const key = new SigningKey(Wallet.createRandom().privateKey);
    const right = { purpose: PURPOSE.attestation, audiences: [SERVICE], expires: NOW + HOUR };
    const delegation = { account: wallet.address, session: computeAddress(key), ...right, ...changes };
    const { domain, types, message } = delegationMessage(5n, delegation);
    const word = await wallet.signTypedData(domain, types, message);
    const request = requestOf({ chainId: 5n, now, ...ASKED });
    const signature = key.sign(digestOf(sessionRequestMessage(delegation, request))).serialized;
    const { account, ...terms } = delegation;
    return proofHeader({
      account,
      expires: request.expires,
      signature,
      delegation: { ...terms, signature: word },
      ...rest,
    });
  }

  const read = (header: string): RequestProof =>
    JSON.parse(Buffer.from(header.split(" ")[1]!, "base64url").toString()) as RequestProof;

  it("sends any number of requests after one signature of its account", async () => {
    const { client, asked } = accountWith(wallet);
    const session = createSession(client, params);
    const proofs = await Promise.all([1, 2, 3].map(() => session.authorize(ASKED)));
    for (const one of proofs) expect(await ask(one)).to.equal(yes);
    const other = { ...ASKED, url: `${SERVICE}/else` };
    expect(await ask(await session.authorize(other), other)).to.equal(yes);
    expect(asked).to.deep.equal(["Delegation"]);
  });

  it("asks again when the account's word is over, under a key of its own", async () => {
    const { client, asked } = accountWith(wallet);
    const session = createSession(client, { ...params, lifetime: 600 });
    const first = read(await session.authorize(ASKED));
    now = NOW + 540;
    expect(read(await session.authorize(ASKED)).delegation).to.deep.equal(first.delegation);
    now = NOW + 541;
    const second = await session.authorize(ASKED);
    expect(await ask(second)).to.equal(yes);
    expect(read(second).delegation!.session).to.not.equal(first.delegation!.session);
    expect(asked).to.deep.equal(["Delegation", "Delegation"]);
  });

  it("tells the account what it signs: services, purpose and end", async () => {
    const { domain, types, message } = delegationMessage(5n, {
      account: ZeroAddress,
      session: ZeroAddress,
      purpose: "a",
      audiences: [],
      expires: 1,
    });
    expect(domain).to.deep.equal({ name: "Datawell", version: "1", chainId: 5n });
    expect(types.Delegation!.map(({ name }) => name)).to.deep.equal(Object.keys(message));
  });

  it("is refused from its end on, with a minute for clocks, which revokes it", async () => {
    const ends = NOW + 100;
    expect(await ask(await proof({ expires: ends }))).to.equal(yes);
    now = ends + 60;
    expect(await ask(await proof({ expires: ends }))).to.equal(yes);
    now = ends + 61;
    expect(await ask(await proof({ expires: ends }))).to.equal("401 DelegationExpired");
  });

  it("lasts an hour at most", async () => {
    expect(await ask(await proof({ expires: NOW + HOUR + 60 }))).to.equal(yes);
    expect(await ask(await proof({ expires: NOW + HOUR + 61 }))).to.equal("401 DelegationExpired");
  });

  it("is for the services that it names", async () => {
    expect(await ask(await proof({ audiences: ["https://other.example"] }))).to.equal("401 WrongAudience");
    expect(await ask(await proof({ audiences: [] }))).to.equal("401 WrongAudience");
    expect(await ask(await proof({ audiences: [`${SERVICE}/`] }))).to.equal("401 WrongAudience");
    // the request was signed for an origin of the service that the account did not name
    expect(await ask(await proof({ audiences: ["https://old.example"] }))).to.equal("401 NotYours");
  });

  it("is for one purpose, and for none where a service wants each request signed by the account", async () => {
    expect(await ask(await proof({ purpose: "Read my records" }))).to.equal("401 WrongPurpose");
    const strict = serve({ purpose: undefined } as object);
    expect(await strict(await proof())).to.equal("401 WrongPurpose");
  });

  it("is for one chain", async () => {
    expect(await serve({ chainId: 6n })(await proof())).to.equal("401 NotYours");
  });

  it("signs one method, path, query and body, for five minutes at most", async () => {
    const good = await proof();
    expect(await ask(good, { ...ASKED, method: "PUT" })).to.equal("401 NotYours");
    expect(await ask(good, { ...ASKED, url: `${SERVICE}/things?page=2` })).to.equal("401 NotYours");
    expect(await ask(good, { ...ASKED, body: toUtf8Bytes("{}") })).to.equal("401 NotYours");
    now = NOW + 120;
    expect(await ask(good), "the same request until it expires").to.equal(yes);
    now = NOW + 121;
    expect(await ask(good)).to.equal("401 ProofExpired");
    now = NOW;
    expect(await ask(await proof({}, { expires: NOW + 361 }))).to.equal("401 ProofExpired");
  });

  it("is nobody's who forges the account, a term, or the request", async () => {
    const good = read(await proof());
    const other = read(await proof());
    const { delegation } = good as Required<RequestProof>;
    const forged: RequestProof[] = [
      { ...good, account: ZeroAddress },
      { ...good, signature: other.signature },
      { ...good, delegation: { ...delegation, signature: other.delegation!.signature } },
      { ...good, delegation: { ...delegation, expires: delegation.expires - 1 } },
      { ...good, delegation: { ...delegation, audiences: [SERVICE, "https://more.example"] } },
      { ...good, delegation: { ...delegation, session: wallet.address } },
      { ...good, delegation: other.delegation! },
    ];
    for (const one of forged) expect(await ask(proofHeader(one))).to.equal("401 NotYours");
    const { delegation: _, ...bare } = good;
    expect(await ask(proofHeader(bare)), "a session's signature is no account's").to.equal("401 NotYours");
  });

  it("gives its requests to no other account that delegates to the same key", async () => {
    const good = read(await proof());
    const thief = Wallet.createRandom();
    const { domain, types, message } = delegationMessage(5n, { account: thief.address, ...good.delegation! });
    const own = { ...good.delegation!, signature: await thief.signTypedData(domain, types, message) };
    expect(await ask(proofHeader({ ...good, account: thief.address, delegation: own }))).to.equal("401 NotYours");
  });

  it("is refused when it is none", async () => {
    const good = read(await proof());
    const { delegation } = good as Required<RequestProof>;
    const broken = [
      { ...delegation, session: "0x12" },
      { ...delegation, more: 1 },
      { ...delegation, audiences: SERVICE },
      { ...delegation, audiences: Array.from({ length: 33 }, () => SERVICE) },
      { ...delegation, expires: "soon" },
    ];
    for (const one of broken) {
      expect(await ask(proofHeader({ ...good, delegation: one as never }))).to.equal("401 NotSigned");
    }
  });

  it("may be of a contract that says so", async () => {
    const { ethers, provider: eip1193 } = await network.create();
    const provider = new BrowserProvider(eip1193, undefined, { cacheTimeout: -1 });
    const account = await (await ethers.deployContract("ContractWallet", [wallet.address])).getAddress();
    const asking = serve({ provider });
    expect(await asking(await proof({ account }))).to.equal(`200 ${account}`);
    expect(await asking(await proof({ account }, { account: wallet.address }))).to.equal("401 NotYours");
  });
});
