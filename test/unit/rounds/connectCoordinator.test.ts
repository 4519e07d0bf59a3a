import { expect } from "chai";
import { id } from "ethers";
import { connectCoordinator, CoordinatorError } from "#sdk/rounds/index.ts";

const JOB_ID = id("job");
const LIST = { jobs: [{ jobId: JOB_ID, stage: "enrolling" }] };

type Answer = (url: string, init: RequestInit) => Response | Promise<Response>;

const connected = (answer: Answer, timeoutMs?: number) => {
  const asked: [string, RequestInit][] = [];
  const fetch = (async (url: string, init: RequestInit) => {
    asked.push([url, init]);
    return answer(url, init);
  }) as unknown as typeof globalThis.fetch;
  return { api: connectCoordinator("https://coordinator.example/", { fetch, timeoutMs }), asked };
};

const faultOf = async (work: Promise<unknown>): Promise<CoordinatorError> => {
  const error = await work.catch((cause: unknown) => cause);
  expect(error).to.be.instanceOf(CoordinatorError);
  return error as CoordinatorError;
};

describe("A coordinator behind an address", () => {
  it("is asked at the protocol's paths", async () => {
    const { api, asked } = connected(() => Response.json(LIST));
    expect(await api.jobs("0xpool")).to.deep.equal(LIST);
    await faultOf(api.neighbourhood(JOB_ID, id("tag")));
    await faultOf(api.survivors(JOB_ID, 7));
    const message = { step: "shares" as const, jobId: JOB_ID, index: 0, rosterRoot: id("root"), sealed: {} };
    await api.share({ message, signature: "0x" });
    expect(asked.map(([url]) => url)).to.deep.equal([
      "https://coordinator.example/jobs?pool=0xpool",
      `https://coordinator.example/jobs/${JOB_ID}/neighbourhood/${id("tag")}`,
      `https://coordinator.example/jobs/${JOB_ID}/survivors/7`,
      `https://coordinator.example/jobs/${JOB_ID}/shares`,
    ]);
    const [, sent] = asked.at(-1)!;
    expect(sent).to.include({ method: "POST", redirect: "error", body: JSON.stringify({ message, signature: "0x" }) });
  });

  it("tells what it refuses, in its own words", async () => {
    const problem = { title: "Another input was taken before.", code: "AlreadySaid", remedy: "Send the first." };
    const { api } = connected(() => Response.json(problem, { status: 409, headers: { "retry-after": "7" } }));
    const error = await faultOf(api.job(JOB_ID));
    expect(error).to.include({ status: 409, code: "AlreadySaid", retryAfter: 7 });
    expect(error.message).to.equal("Another input was taken before. Send the first.");
  });

  it("is not believed in what it cannot say", async () => {
    const answers: readonly string[] = [
      "",
      "{",
      "null",
      "[]",
      '{"jobs":[{"jobId":"0x12","stage":"enrolling"}]}',
      `{"jobs":[{"jobId":"${JOB_ID}","stage":"paradise"}]}`,
      '{"jobs":[],"more":1}',
      "\u{fffd}",
    ];
    for (const text of answers) {
      const error = await faultOf(connected(() => new Response(text)).api.jobs("0x"));
      expect(error, text).to.include({ status: 0, code: "BadAnswer" });
    }
  });

  it("may refuse in any form without harm", async () => {
    for (const body of ["<html>", '"text"', "null", '{"title":7,"code":{}}', "x".repeat(100_000)]) {
      const error = await faultOf(connected(() => new Response(body, { status: 502 })).api.jobs("0x"));
      expect(error).to.include({ status: 502, code: "Refused" });
    }
  });

  it("cannot fill the memory by an answer without end", async () => {
    let sent = 0;
    let isCancelled = false;
    const endless = new ReadableStream({
      pull: (controller) => {
        sent += 1 << 20;
        controller.enqueue(new Uint8Array(1 << 20));
      },
      cancel: () => {
        isCancelled = true;
      },
    });
    const error = await faultOf(connected(() => new Response(endless)).api.jobs("0x"));
    expect(error.code).to.equal("TooLong");
    expect(isCancelled).to.equal(true);
    expect(sent).to.be.lessThan(8 << 20);
  });

  it("is given up when it does not answer in time, or not at all", async () => {
    const hangs: Answer = (_, { signal }) =>
      new Promise((_resolve, reject) => signal!.addEventListener("abort", () => reject(signal!.reason as Error)));
    expect(await faultOf(connected(hangs, 20).api.jobs("0x"))).to.include({ status: 0, code: "Unreachable" });
    const away: Answer = () => Promise.reject(new TypeError("fetch failed"));
    expect(await faultOf(connected(away).api.jobs("0x"))).to.include({ status: 0, code: "Unreachable" });
  });
});
