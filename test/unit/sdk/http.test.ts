import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { attesterAt } from "#sdk/attestation/attesterAt.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { createIndexerClient } from "#sdk/indexer/index.ts";
import { connectCoordinator } from "#sdk/rounds/index.ts";
import { connectStore, searchDocuments } from "#sdk/store/index.ts";

const NOBODY = {} as Datawell; // none of these questions is signed

/** One question to each kind of service. */
const CLIENTS: Readonly<Record<string, (url: string) => Promise<unknown>>> = {
  coordinator: (url) => connectCoordinator(url).jobs(ZeroAddress),
  store: (url) => searchDocuments(connectStore({ url, datawell: NOBODY })),
  indexer: (url) => createIndexerClient({ url }).status(),
  attester: (url) => attesterAt(NOBODY, url).info(ZeroAddress),
};

interface Told {
  readonly code: string;
  readonly fault: string;
  readonly remedy: string;
}

/** What a client tells of a service that answers so. An attester's refusal is a part of its error. */
async function toldOf(ask: (url: string) => Promise<unknown>, url: string): Promise<Told> {
  const error = await ask(url).then(
    () => expect.fail("It was answered"),
    (fault: Error & Partial<Told> & { readonly refusal?: Told }) => fault,
  );
  const { code = "", remedy = "", message } = error;
  return error.refusal ?? { code, remedy, fault: error.fault ?? message };
}

for (const [name, ask] of Object.entries(CLIENTS)) {
  describe(`A client of ${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`, () => {
    let answer: RequestListener;
    let server: Server;
    let url: string;

    before(async () => {
      server = createServer((request, response) => answer(request, response));
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });

    after(() => {
      server.closeAllConnections();
      server.close();
    });

    it("reads no answer without end", async () => {
      let sent = 0;
      answer = (_, response) => {
        response.on("error", () => undefined);
        const more = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536, 0x20))) sent += 65_536;
          response.once("drain", more);
        };
        more();
      };
      expect((await toldOf(ask, url)).code).to.equal("TooLong");
      expect(sent, "bytes that the server got rid of").to.be.lessThan(64 * 1024 * 1024);
    });

    it("believes nothing that it cannot read, and says so", async () => {
      for (const text of ["", "<html>", '"text"', "null", "\ud800"]) {
        answer = (_, response) => response.end(text);
        const { code, remedy } = await toldOf(ask, url);
        expect(code, text).to.equal("BadAnswer");
        expect(remedy).not.to.equal("");
      }
    });

    it("follows no redirection", async () => {
      let asked = 0;
      answer = (_, response) => {
        asked++;
        response.writeHead(307, { location: url }).end();
      };
      expect((await toldOf(ask, url)).code).to.equal("Unreachable");
      expect(asked).to.equal(1);
    });

    it("tells what is refused in the service's own words, each faulty field included", async () => {
      const issues = [{ in: "query", pointer: "/pool", fault: "is not an address" }];
      const problem = { code: "InvalidRequest", title: "This is wrong.", remedy: "Correct it.", issues };
      answer = (_, response) => response.writeHead(400).end(JSON.stringify(problem));
      const told = await toldOf(ask, url);
      expect(told).to.include({ code: "InvalidRequest", remedy: "Correct it" });
      expect(told.fault).to.equal("This is wrong: /pool is not an address");
    });

    it("knows a refusal in whatever form it comes", async () => {
      for (const text of ["", "<html>", '{"title":7,"code":{}}', "x".repeat(100_000)]) {
        answer = (_, response) => response.writeHead(502).end(text);
        const { code, fault } = await toldOf(ask, url);
        expect(code).to.equal("Refused");
        expect(fault).to.match(/502/);
      }
    });

    it("says when nobody is there", async () => {
      const { code, fault } = await toldOf(ask, "http://127.0.0.1:9");
      expect(code).to.equal("Unreachable");
      expect(fault).to.match(/did not answer/);
    });
  });
}

describe("A client of a service that says nothing", () => {
  it("gives up when its time is over", async () => {
    const server = createServer(() => undefined);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const clients = [
      () => connectCoordinator(url, { timeoutMs: 50 }).jobs(ZeroAddress),
      () => createIndexerClient({ url, timeout: 50 }).status(),
    ];
    for (const ask of clients) expect((await toldOf(ask, url)).code).to.equal("Unreachable");
    server.closeAllConnections();
    server.close();
  });

  it("ends at the caller's word, with the caller's reason", async () => {
    const reason = new Error("the page was closed");
    const ask = connectCoordinator("http://127.0.0.1:9", { signal: AbortSignal.abort(reason) }).jobs(ZeroAddress);
    expect(await ask.catch((error: unknown) => error)).to.equal(reason);
  });
});
