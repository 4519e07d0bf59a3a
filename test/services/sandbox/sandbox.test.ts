import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { cellFlags } from "../../../services/shared/sandbox/cellFlags.ts";
import { readEngine } from "../../../services/shared/sandbox/Engine.ts";
import { createSandbox, type Sandbox, SandboxError } from "../../../services/shared/sandbox/index.ts";
import { TaskError } from "#sdk/task/index.ts";
import { body, script } from "./helpers/script.ts";

const GAS = 50_000_000n;
const ROWS = [
  [1, "x"],
  [2, null],
];

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const rejected = async <E extends Error>(type: new (...args: never[]) => E, promise: Promise<unknown>): Promise<E> => {
  const error = await promise.then(
    () => new Error("nothing was thrown"),
    (cause: unknown) => cause,
  );
  expect(error).to.be.instanceOf(type);
  return error as E;
};

describe("Sandbox", function () {
  this.timeout(60_000);

  let sandbox: Sandbox;
  before(() => {
    sandbox = createSandbox({ workers: 1 });
  });
  after(() => sandbox.stop());

  const run = (program: ReturnType<typeof body>, gas = GAS) => sandbox.runBatch({ program, rows: ROWS, gas });

  it("gives a program its rows as objects and its parameters", async () => {
    const code =
      "export const map = (rows, { k }) => [k * (rows[0].a + rows[1].a), rows[0].b.length, Number(rows[1].b === null)];";
    expect((await run(script(code, 3, { k: 10 }))).output).to.deep.equal([30n, 1n, 1n]);
  });

  it("answers though its patience for so much gas is longer than a timer can wait", async () => {
    const { ok, output } = await run(body("return [rows.length]"), 30_000_000_000_000n);
    expect([ok, output]).to.deep.equal([true, [2n]]);
  });

  it("gives the same answer for the same gas each time, here and in another process", async () => {
    const program = body(
      "return [rows.map((r) => JSON.stringify(r)).join().length, Math.floor(1e9 * Math.exp(rows[0].a))]",
      2,
    );
    const first = await run(program);
    const other = createSandbox({ workers: 1 });
    try {
      for (const result of [await run(program), await other.runBatch({ program, rows: ROWS, gas: GAS })]) {
        expect(result).to.deep.equal(first);
      }
      expect(first.output).to.deep.equal([32n, 2718281828n]);
    } finally {
      await other.stop();
    }
  });

  it("runs every batch as if it were the first", async () => {
    const program = body(
      "globalThis.seen = (globalThis.seen ?? 0) + 1; Array.prototype.x = 1; return [globalThis.seen]",
    );
    const results = [await run(program), await run(program), await run(body("return [[].x === undefined ? 1 : 2]"))];
    expect(results.map(({ output }) => output)).to.deep.equal([[1n], [1n], [1n]]);
    expect(results[0]).to.deep.equal(results[1]);
  });

  it("forgets a batch that made the memory grow", async () => {
    const program = body("const kept = new Uint8Array(30e6).fill(7); return [kept[29e6]]");
    const [first, second] = [await run(program, 10n * GAS), await run(program, 10n * GAS)];
    expect(first.output).to.deep.equal([7n]);
    expect(second).to.deep.equal(first);
  });

  it("takes all gas that was given for a batch that fails, and answers zeros", async () => {
    const hostile: Record<string, string> = {
      "throw new Error(JSON.stringify(rows))": "Trap",
      "for (;;);": "OutOfGas",
      "return [/(a+)+b/.test('a'.repeat(40)) ? 1 : 0, 0]": "OutOfGas",
      "const all = []; for (;;) all.push(new Uint8Array(1e6))": "Trap",
      "const f = (n) => 1 + f(n + 1); return [f(0), 0]": "Trap",
      "let x = []; for (let i = 0; i < 2e3; i++) x = [x]; return [String(x).length, 0]": "Trap",
      "return [1]": "WrongShape",
      "return [1, 2, 3]": "WrongShape",
      "return { length: 2 }": "Trap",
      "return 'ab'": "WrongShape",
      "return undefined": "WrongShape",
      "return (async () => [1, 2])()": "WrongShape",
      "return [0.5, 0]": "Trap",
      "return [NaN, 0]": "Trap",
      "return [2 ** 53, 0]": "Trap",
      "return [2n ** 63n, 0]": "Trap",
      "return ['1', 0]": "Trap",
      "return new Proxy([1, 2], {})": "Trap",
    };
    for (const [code, failure] of Object.entries(hostile)) {
      expect(await run(body(code, 2)), code).to.deep.equal({ ok: false, gas: GAS, output: [0n, 0n], failure });
    }
  });

  it("accepts 64-bit integers up to the last", async () => {
    const result = await run(body("return [2n ** 63n - 1n, -(2n ** 63n), 2 ** 53 - 1, -0]", 4));
    expect(result.output).to.deep.equal([2n ** 63n - 1n, -(2n ** 63n), 2n ** 53n - 1n, 0n]);
    expect((await run(body("return BigInt64Array.of(1n, -2n)", 2))).output).to.deep.equal([1n, -2n]);
  });

  it("lets a batch use exactly the gas that it needs, and not one less", async () => {
    const program = body("return [rows.length]");
    const { gas } = await run(program);
    expect(await run(program, gas)).to.deep.equal({ ok: true, gas, output: [2n] });
    expect((await run(program, gas - 1n)).failure).to.equal("OutOfGas");
  });

  it("refuses a program that nobody can run, and says why", async () => {
    const bad: Record<string, RegExp> = {
      "export const a = 1;": /map/,
      "export const map = 5;": /map/,
      "this is no script": /SyntaxError/,
      "import fs from 'node:fs'; export const map = () => [fs ? 1 : 0];": /node:fs/,
      "for (;;); export const map = () => [1];": /too long/,
      "export const map = () => [1]; throw new Error('not today');": /not today/,
      "await new Promise(() => {}); export const map = () => [1];": /map/,
    };
    for (const [code, why] of Object.entries(bad)) {
      const program = script(code);
      for (const attempt of [sandbox.check(program), run(program)]) {
        const error = await rejected(TaskError, attempt);
        expect(error.code).to.equal("BadProgram");
        expect(error.message).to.match(why);
      }
    }
    await sandbox.check(body("return [1]"));
  });

  it("keeps apart programs that differ in their parameters or length alone", async () => {
    const code = "export const map = (rows, params) => Array.from({ length: params }, () => params);";
    const [one, two] = [await run(script(code, 1, 1)), await run(script(code, 2, 2))];
    expect([one.output, two.output]).to.deep.equal([[1n], [2n, 2n]]);
    expect((await run(script(code, 1, 2))).failure).to.equal("WrongShape");
  });

  it("answers many at once, in few processes, each its own", async () => {
    const several = createSandbox({ workers: 2 });
    try {
      const program = body("return [rows[0].a]");
      const works = Array.from({ length: 100 }, (_, i) => several.runBatch({ program, rows: [[i, "x"]], gas: GAS }));
      expect((await Promise.all(works)).map(({ output }) => Number(output[0]))).to.deep.equal(
        Array.from({ length: 100 }, (_, i) => i),
      );
    } finally {
      await several.stop();
    }
  });

  it("kills a process that takes longer than its patience, and goes on with another", async () => {
    const hasty = createSandbox({ workers: 1, patienceMs: (gas) => (gas > 10n ** 12n ? 100 : 30_000) });
    try {
      const loop = await hasty.runBatch({ program: body("for (;;);"), rows: ROWS, gas: 10n ** 13n });
      expect(loop).to.deep.equal({ ok: false, gas: 10n ** 13n, output: [0n], failure: "TimedOut" });
      const next = await hasty.runBatch({ program: body("return [rows.length]"), rows: ROWS, gas: GAS });
      expect(next.output).to.deep.equal([2n]);
    } finally {
      await hasty.stop();
    }
  });

  it("runs a batch again whose process died for another reason", async () => {
    const program = body("let n = 0; for (let i = 0; i < 3e5; i++) n += i % 7; return [n]");
    const work = { program, rows: ROWS, gas: 1_000n * GAS };
    const { output } = await sandbox.runBatch(work);
    const [pid] = sandbox.pids() as [number];
    const again = sandbox.runBatch(work);
    process.kill(pid, "SIGKILL");
    expect(await again).to.deep.include({ ok: true, output });
    expect(sandbox.pids()).to.have.lengthOf(1).and.not.include(pid);
  });

  it("notices that an idle process died", async () => {
    const [pid] = sandbox.pids() as [number];
    process.kill(pid, "SIGKILL");
    while (isAlive(pid)) await new Promise((resolve) => setImmediate(resolve));
    expect((await run(body("return [rows.length]"))).output).to.deep.equal([2n]);
  });

  it("gives up a batch whose process dies twice, with zeros", async () => {
    const program = body("for (;;);");
    const lost = sandbox.runBatch({ program, rows: ROWS, gas: 10n ** 12n });
    const killed = new Set<number>();
    while (killed.size < 2) {
      for (const pid of sandbox.pids()) if (!killed.has(pid)) process.kill(pid, "SIGKILL") && killed.add(pid);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await lost).to.deep.equal({ ok: false, gas: 10n ** 12n, output: [0n], failure: "Crashed" });
    expect((await run(body("return [rows.length]"))).output).to.deep.equal([2n]);
  });

  it("refuses work once it is stopped, and what was under way", async () => {
    const brief = createSandbox({ workers: 1 });
    await brief.start();
    const works = [1, 2].map(() => brief.runBatch({ program: body("for (;;);"), rows: ROWS, gas: 10n ** 12n }));
    const refusals = works.map((work) => rejected(SandboxError, work));
    await brief.stop();
    expect((await Promise.all(refusals)).map(({ code }) => code)).to.deep.equal(["Stopped", "Stopped"]);
    expect((await rejected(SandboxError, brief.start())).code).to.equal("Stopped");
    await brief.stop();
  });
});

/** What native code in the process could try, from the process's own JavaScript: code of a program is further away. */
const PROBE = `
  const attempts = {
    ownSource: async () => (await import("node:fs")).readFileSync(${JSON.stringify(fileURLToPath(import.meta.url))}),
    mainSource: async () => (await import("node:fs")).readFileSync(MAIN),
    passwords: async () => (await import("node:fs")).readFileSync("/etc/passwd"),
    folder: async () => (await import("node:fs")).readdirSync("."),
    write: async () => (await import("node:fs")).writeFileSync("/tmp/escaped", "x"),
    child: async () => (await import("node:child_process")).execSync("id"),
    thread: async () => new (await import("node:worker_threads")).Worker("1", { eval: true }),
    addon: async () => process.dlopen({ exports: {} }, "/lib/x.node"),
    binding: async () => process.binding("fs"),
    inspector: async () => (await import("node:inspector")).open(0),
    moreSource: async () => import("node:fs").then(() => import(MAIN.replace("main.ts", "wasmEngine.ts?again"))),
    text: async () => new Function("return 1")(),
  };
  await import("file://" + MAIN);
  process.on("message", async (message) => {
    if (message.probe !== true) return;
    const results = { drops: typeof process.permission.drop, env: Object.keys(process.env).length };
    for (const [name, attempt] of Object.entries(attempts)) {
      results[name] = await attempt().then(() => "done", (error) => error.code ?? error.name);
    }
    process.send({ results });
  });
`;

describe("A process of the sandbox", function () {
  this.timeout(60_000);

  const main = fileURLToPath(new URL("../../../services/shared/sandbox/guest/main.ts", import.meta.url));

  it("can neither read, write, spawn, load nor inspect anything once it runs programs", async () => {
    const code = PROBE.replaceAll("MAIN", JSON.stringify(main));
    const child = spawn(process.execPath, [...cellFlags(), "--input-type=module", "--eval", code], {
      env: {},
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      serialization: "advanced",
    });
    try {
      const next = () =>
        new Promise<Record<string, unknown>>((resolve) => child.once("message", resolve as () => void));
      const ready = next();
      child.send({ quickjs: readEngine().quickjs });
      expect(await ready).to.deep.equal({ is: "ready" });
      const answers: Record<string, unknown>[] = [];
      const done = new Promise<void>((resolve) => {
        child.on("message", (message: Record<string, unknown>) => {
          answers.push(message);
          if ("results" in message) resolve();
        });
      });
      child.send({ probe: true });
      await done;
      const denied = "ERR_ACCESS_DENIED";
      const { drops, ...results } = answers.find((answer) => "results" in answer)!.results as Record<string, unknown>;
      // An older Node cannot give up what it needed to start: it can read this repository's source, and no more.
      const source = drops === "function" ? denied : "done";
      expect(results).to.deep.equal({
        env: 0,
        ownSource: denied,
        mainSource: source,
        passwords: denied,
        folder: denied,
        write: denied,
        child: denied,
        thread: denied,
        addon: "ERR_DLOPEN_DISABLED",
        binding: denied,
        inspector: denied,
        moreSource: source,
        text: "EvalError",
      });
    } finally {
      child.kill("SIGKILL");
    }
  });

  it("ends when its parent does", async () => {
    const child = spawn(process.execPath, [...cellFlags(), main], {
      env: {},
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      serialization: "advanced",
    });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const ready = new Promise((resolve) => child.once("message", resolve));
    child.send({ quickjs: readEngine().quickjs });
    await ready;
    child.disconnect();
    await ended;
  });
});
