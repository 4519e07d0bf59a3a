import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect } from "chai";
import { createReader } from "../../../app/chain/reader/createReader.ts";
import { isSignedBy } from "#sdk/auth/isSignedBy.ts";
import { decodeError } from "#sdk/errors/decodeError.ts";

interface Asked {
  readonly id: number;
  readonly method: string;
  readonly params: readonly unknown[];
}

interface Said {
  readonly status?: number;
  readonly body: unknown;
}

type Answering = (asked: Asked | readonly Asked[]) => Said;

const WHERE = `0x${"ab".repeat(20)}`;

/** A node that answers each question with its method. */
const naming: Answering = (asked) => {
  const one = ({ id, method }: Asked) => ({ jsonrpc: "2.0", id, result: method });
  return { body: Array.isArray(asked) ? asked.map(one).toReversed() : one(asked as Asked) };
};

describe("The page's reader of the chain", () => {
  const heard: (Asked | readonly Asked[])[] = [];
  let answer: Answering = naming;
  let server: Server;

  const reply = async (request: IncomingMessage): Promise<Said> => {
    const asked = JSON.parse(await text(request)) as Asked | readonly Asked[];
    heard.push(asked);
    return answer(asked);
  };
  const reader = () => createReader(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 1n);

  before(async () => {
    server = createServer((request: IncomingMessage, response) => {
      void reply(request).then(({ status = 200, body }) => {
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
        return body;
      });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });

  beforeEach(() => {
    heard.length = 0;
    answer = naming;
  });

  after(() => void server.close());

  it("asks what is asked at the same time in one request, whatever the order of the answers", async () => {
    const node = reader();
    const said = await Promise.all([node.getCode(WHERE), node.call({ to: WHERE, data: "0x" })]);
    expect(said).to.deep.equal(["eth_getCode", "eth_call"]);
    expect(heard).to.have.length(1);
  });

  it("gives each answer in a turn of its own, so that the page can do something else in between", async () => {
    const node = reader();
    let isSecondThere = false;
    const first = node.getCode(WHERE);
    const second = node.call({ to: WHERE, data: "0x" }).then(() => (isSecondThere = true));
    await first;
    for (let step = 0; step < 100; step++) await undefined; // all that is done at once with the first answer
    expect(isSecondThere).to.equal(false);
    await second;
  });

  it("asks together what a hundred answers make it ask", async () => {
    const node = reader();
    await Promise.all(Array.from({ length: 100 }, () => node.getCode(WHERE).then(() => node.getCode(WHERE))));
    expect(heard.map((one) => (one as readonly Asked[]).length)).to.deep.equal([100, 100]);
  });

  it("asks 100 questions together, and the 101st for itself", async () => {
    const node = reader();
    await Promise.all(Array.from({ length: 101 }, () => node.getCode(WHERE)));
    expect(heard.map((one) => (Array.isArray(one) ? one.length : 1)).toSorted((a, b) => b - a)).to.deep.equal([100, 1]);
  });

  it("asks a node that takes fewer questions together in halves, and goes on so", async () => {
    answer = (asked) =>
      Array.isArray(asked) && asked.length > 3
        ? { status: 400, body: { jsonrpc: "2.0", id: null, error: { code: -32_600, message: "too many" } } }
        : naming(asked);
    const node = reader();
    const ask = () => Promise.all(Array.from({ length: 6 }, () => node.getCode(WHERE)));
    expect(await ask()).to.deep.equal(Array.from({ length: 6 }, () => "eth_getCode"));
    heard.length = 0;
    await ask();
    expect(heard, "two of three").to.have.length(2);
  });

  it("asks a busy node once more", async () => {
    answer = (asked) => (heard.length === 1 ? { status: 429, body: {} } : naming(asked));
    expect(await reader().getCode(WHERE)).to.equal("eth_getCode");
    expect(heard).to.have.length(2);
  });

  const UNKNOWN = "0x1234567800"; // an error of a contract that nobody knows

  for (const [how, data] of Object.entries({
    bare: UNKNOWN,
    "in an object": { data: UNKNOWN },
    "behind a word": `Reverted ${UNKNOWN}`,
  })) {
    it(`reads why a call reverted, said ${how}`, async () => {
      answer = (asked) => ({
        body: { id: (asked as Asked).id, error: { code: 3, message: "execution reverted", data } },
      });
      const fault = await reader().call({ to: WHERE, data: "0x" }).catch(decodeError);
      expect(fault).to.deep.include({ name: decodeError({ data: UNKNOWN }).name });
      expect((fault as Error).message).to.equal(decodeError({ data: UNKNOWN }).message);
    });
  }

  it("takes a contract that refuses a signature for one that refuses it, and a node that fails for neither", async () => {
    const signed = { account: WHERE, digest: `0x${"11".repeat(32)}`, signature: "0x" };
    const saying =
      (error: object): Answering =>
      (asked) => {
        const { id, method } = asked as Asked;
        return { body: method === "eth_call" ? { id, error } : { id, result: "0x60" } };
      };
    answer = saying({ code: 3, message: "execution reverted" });
    expect(await isSignedBy(reader(), signed)).to.equal(false);
    answer = saying({ code: -32_000, message: "out of memory" });
    const fault = await isSignedBy(reader(), signed).catch(decodeError);
    expect(fault).to.have.property("message").that.includes("out of memory");
  });

  it("calls a node unreachable that is not there or speaks no JSON", async () => {
    answer = () => ({ status: 502, body: "Bad gateway" });
    const nowhere = createReader("http://127.0.0.1:1", 1n);
    for (const node of [reader(), nowhere]) {
      expect(await node.getBlockNumber().catch(decodeError)).to.have.property("name", "Unreachable");
    }
  });
});
