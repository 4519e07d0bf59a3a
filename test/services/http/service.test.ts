import { connect } from "node:net";
import { createRoute, z } from "@hono/zod-openapi";
import { expect } from "chai";
import {
  answerOf,
  bodyOf,
  createHttpService,
  type HttpService,
  type HttpServiceOptions,
  type Limits,
  PROBLEM,
  ServiceError,
} from "../../../services/shared/http/index.ts";
import { createLog } from "../../../services/shared/log/index.ts";
import { DatabaseError } from "../../../services/shared/database/index.ts";

const echoRoute = createRoute({
  method: "post",
  path: "/echo/{id}",
  request: {
    params: z.object({ id: z.string().max(5) }),
    query: z.object({ page: z.coerce.number().int().optional() }),
    body: bodyOf(z.object({ list: z.array(z.object({ "a/b": z.number() })) })),
  },
  responses: { 200: answerOf(z.object({ length: z.number() }), "How many"), default: PROBLEM },
});

describe("An HTTP service", () => {
  const running: HttpService[] = [];
  const lines: string[] = [];
  const slow = { arrivals: 0, release: () => {} };
  after(() => Promise.all(running.map((service) => service.stop())));

  function create(limits: Partial<Limits> = {}, options: Partial<HttpServiceOptions> = {}): HttpService {
    const service = createHttpService({
      name: "test",
      log: createLog({ service: "test", level: "debug", write: (line) => lines.push(line) }),
      limits: { requestsPerMinute: 1e6, ...limits },
      routes: (app) => {
        app.openapi(echoRoute, (c) => c.json({ length: c.req.valid("json").list.length }, 200));
        app.get("/broken", () => {
          throw new Error("a secret of https://me:s3cret@inside.example");
        });
        app.get("/full", () => {
          throw new DatabaseError("Full", "SQLite says: full");
        });
        app.get("/refused", () => {
          const fault = { status: 409, code: "Taken", fault: "It is taken", remedy: "Wait", retryAfter: 7 } as const;
          throw new ServiceError(fault);
        });
        app.get("/slow", async (c) => {
          slow.arrivals++;
          await new Promise<void>((resolve) => (slow.release = resolve));
          return c.text("done");
        });
      },
      ...options,
    });
    running.push(service);
    return service;
  }

  const post = (body: string, path = "/echo/1", type = "application/json") =>
    new Request(`http://test${path}`, { method: "POST", body, headers: { "content-type": type } });
  const get = (path: string, headers: Record<string, string> = {}) => new Request(`http://test${path}`, { headers });
  const problemOf = async (answer: Response) => (await answer.json()) as Record<string, unknown>;
  const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);

  it("answers a problem document that names each faulty value and what to do", async () => {
    const answer = await create().fetch(post('{"list":[{"a/b":1},{"a/b":"x"}]}'));
    expect(answer.status).to.equal(400);
    expect(answer.headers.get("content-type")).to.equal("application/problem+json");
    const { issues, ...problem } = await problemOf(answer);
    expect(problem).to.include({ type: "urn:datawell:problem:InvalidRequest", code: "InvalidRequest", status: 400 });
    const [issue] = issues as Record<string, unknown>[];
    expect(issue).to.include({ in: "body", pointer: "/list/1/a~1b" });
    const elsewhere = await problemOf(await create().fetch(post('{"list":[]}', "/echo/toolong")));
    expect((elsewhere.issues as Record<string, unknown>[])[0]).to.include({ in: "path", pointer: "/id" });
  });

  it("reads no JSON that is broken, too deep, or holds names that harm", async () => {
    const code = async (text: string) => (await problemOf(await create({ bodyDepth: 4 }).fetch(post(text)))).code;
    expect(await code("{")).to.equal("NotJson");
    expect(await code("")).to.equal("NotJson");
    expect(await code(nested(4))).to.equal("InvalidRequest");
    expect(await code(nested(5))).to.equal("TooDeep");
    expect(await code(nested(100_000))).to.equal("TooDeep");
    for (const name of ["__proto__", "constructor", "prototype", String.raw`\u005f_proto__`]) {
      expect(await code(`{"list":[{"${name}":{"admin":true}}]}`), name).to.equal("UnsafeName");
    }
    expect(({} as { admin?: boolean }).admin).to.equal(undefined);
  });

  it("takes a body of its limit and none of a byte more, whether its length is told or not", async () => {
    const limit = 1_000;
    const body = (length: number) => `{"list":[]${" ".repeat(length - 11)}}`;
    const { fetch: ask } = create({ bodyBytes: limit });
    expect((await ask(post(body(limit)))).status).to.equal(200);
    expect((await ask(post(body(limit + 1)))).status).to.equal(413);
    const { url } = await create({ bodyBytes: limit }).start();
    const streamed = async (length: number) => {
      const stream = new Blob([body(length)]).stream();
      const init = { method: "POST", body: stream, duplex: "half", headers: { "content-type": "application/json" } };
      return (await fetch(`${url}/echo/1`, init as RequestInit)).status;
    };
    expect(await streamed(limit)).to.equal(200);
    expect(await streamed(limit + 1)).to.equal(413);
  });

  it("takes no body of another kind", async () => {
    expect((await create().fetch(post("list=1", "/echo/1", "text/plain"))).status).to.be.oneOf([400, 415]);
  });

  it("tells clients nothing of its inside, and its operator enough", async () => {
    const service = create();
    const text = await (await service.fetch(get("/broken?token=s3cret"))).text();
    expect(text).to.contain("Internal").and.not.to.contain("secret");
    expect(lines.at(-2)).to.contain("a secret of https://inside.example").and.not.to.contain("s3cret");
    expect(lines.join("")).not.to.contain("token=");
    expect((await service.fetch(get("/full"))).status).to.equal(507);
  });

  it("says when to come back", async () => {
    const answer = await create().fetch(get("/refused"));
    expect([answer.status, answer.headers.get("retry-after")]).to.deep.equal([409, "7"]);
  });

  it("knows no paths but its own", async () => {
    const { fetch: ask } = create();
    for (const path of ["/nothing", "/../etc/passwd", "/echo", "/echo/%00", "//", "/echo/1/2"]) {
      expect((await ask(get(path))).status, path).to.equal(404);
    }
    const document = (await (await ask(get("/openapi.json"))).json()) as { openapi: string; paths: object };
    expect(document.openapi).to.equal("3.1.0");
    expect(document.paths).to.have.property("/echo/{id}");
  });

  it("counts requests by route and never by what clients choose", async () => {
    const service = create();
    for (let count = 0; count < 50; count++) await service.fetch(post('{"list":[]}', `/echo/${count}`));
    await service.fetch(get("/unknown/path"));
    await service.fetch(new Request("http://test/echo/1", { method: "XYZZYPLUGH" }));
    const text = await (await service.fetch(get("/metrics"))).text();
    expect(text).to.contain('http_requests_total{method="POST",route="/echo/:id",status="200"} 50');
    expect(text).to.contain('http_request_seconds_count{route="/echo/:id"} 50');
    expect(text).not.to.contain("unknown").and.not.to.contain("XYZZY");
  });

  it("is alive always, and ready only when it can work", async () => {
    let broken = false;
    const ready = async () => {
      if (broken) throw new Error("no chain");
    };
    const { fetch: ask } = create({}, { ready });
    expect((await ask(get("/ready"))).status).to.equal(200);
    broken = true;
    expect((await ask(get("/ready"))).status).to.equal(500);
    expect((await ask(get("/health"))).status).to.equal(200);
  });

  it("lets web pages ask, and gives them nothing to run, guess or keep", async () => {
    const answer = await create().fetch(get("/health", { origin: "https://app.example" }));
    expect(answer.headers.get("access-control-allow-origin")).to.equal("*");
    expect(answer.headers.get("x-content-type-options")).to.equal("nosniff");
    expect(answer.headers.get("content-security-policy")).to.contain("default-src 'none'");
    expect(answer.headers.get("cache-control")).to.equal("no-store");
  });

  it("lets a client do so much in a minute, and as much again as time passes", async () => {
    let clock = 0;
    const { fetch: ask } = create({ requestsPerMinute: 6 }, { clock: () => clock });
    const some = async (count: number) => {
      const statuses: number[] = [];
      for (let left = count; left > 0; left--) statuses.push((await ask(get("/refused"))).status);
      return statuses.filter((status) => status !== 429).length;
    };
    expect(await some(7)).to.equal(6);
    clock += 9_999;
    expect(await some(1)).to.equal(0);
    clock += 1;
    expect(await some(2)).to.equal(1);
    clock -= 3_600_000; // a clock set back gives nothing and takes nothing
    expect(await some(1)).to.equal(0);
    clock += 7_200_000;
    expect(await some(10)).to.equal(6);
    expect((await ask(get("/health"))).status).to.equal(200);
  });

  it("believes an address only of the proxies that it trusts", async () => {
    const some = async (proxies: number, addresses: readonly string[]) => {
      const { url } = await create({ requestsPerMinute: 1, proxies }).start();
      const statuses: number[] = [];
      for (const address of addresses) {
        statuses.push((await fetch(`${url}/refused`, { headers: { "x-forwarded-for": address } })).status);
      }
      return statuses;
    };
    expect(await some(0, ["1.1.1.1", "2.2.2.2"])).to.deep.equal([409, 429]);
    expect(await some(1, ["1.1.1.1", "2.2.2.2", "9.9.9.9, 2.2.2.2"])).to.deep.equal([409, 409, 429]);
    expect(await some(1, ["2001:db8:0:1::1", "2001:db8:0:1:ffff::2", "2001:db8:0:2::1"])).to.deep.equal([
      409, 429, 409,
    ]);
  });

  it("gives up on an answer that takes too long", async () => {
    const answer = await create({ requestMs: 20 }).fetch(get("/slow"));
    expect([answer.status, (await problemOf(answer)).code]).to.deep.equal([503, "TimedOut"]);
  });

  it("hangs up on clients that send their heads or bodies a byte at a time", async () => {
    const { port } = await create({ headersMs: 100, requestMs: 300 }).start();
    const slowly = (text: string) =>
      new Promise<string>((resolve, reject) => {
        let answer = "";
        const socket = connect(port, "127.0.0.1", () => socket.write(text));
        const drip = setInterval(() => socket.write("x"), 30);
        socket.on("data", (data) => (answer += String(data)));
        socket.on("error", () => undefined);
        socket.on("close", () => {
          clearInterval(drip);
          resolve(answer);
        });
        setTimeout(() => reject(new Error("It still listens")), 10_000).unref();
      });
    expect(await slowly("GET / HTTP/1.1\r\nhost: x\r\nx-slow: ")).to.contain("408");
    const head =
      "POST /echo/1 HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n{";
    expect(await slowly(head)).to.match(/408|503|400/);
  }).timeout(20_000);

  it("lets a request under way end before it stops, and takes no more", async () => {
    const service = create();
    const { url } = await service.start();
    const { arrivals } = slow;
    const asked = fetch(`${url}/slow`);
    while (slow.arrivals === arrivals) await new Promise((resolve) => setImmediate(resolve));
    const stopped = service.stop();
    slow.release();
    expect(await (await asked).text()).to.equal("done");
    await stopped;
    expect(await fetch(`${url}/health`).catch(() => "gone")).to.equal("gone");
  });

  it("says that a port is taken", async () => {
    const { port } = await create().start();
    const error = await create({}, { port })
      .start()
      .catch((failure: ServiceError) => failure);
    expect(error).to.be.instanceOf(ServiceError).and.to.include({ code: "CannotListen" });
  });
});
