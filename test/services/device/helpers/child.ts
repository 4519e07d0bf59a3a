import { BrowserProvider } from "ethers";
import { connect, type DeploymentFile } from "#sdk/connect.ts";
import type { Row } from "#sdk/data/table.ts";
import type { CoordinatorApi } from "#sdk/rounds/CoordinatorApi.ts";
import { createDevice, type Holding, openLedgerDatabase } from "../../../../services/device/index.ts";
import type { Round } from "../../../../services/device/ledger/Round.ts";
import type { Database } from "../../../../services/shared/database/index.ts";
import { createLog } from "../../../../services/shared/log/index.ts";
import { createSandbox } from "../../../../services/shared/sandbox/index.ts";

/** A device in a process of its own: it takes one turn, and is killed at the first point not yet tried. */
export interface ChildOptions {
  readonly file: DeploymentFile;
  readonly account: string;
  readonly ledger: string;
  readonly holding: Omit<Holding, "records" | "units"> & { readonly units: string; readonly rows: readonly Row[] };
  readonly tried: readonly string[];
}

/** What the child asks its parent, who has the chain and the coordinator. */
export interface Question {
  readonly id: number;
  readonly about: "chain" | "coordinator";
  readonly name: string;
  readonly args: readonly unknown[];
}

export interface Reply {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string; readonly status?: number };
}

/** Said just before the process dies by its own hand. */
export interface LastWord {
  readonly point: string;
}

const waiting = new Map<number, (reply: Reply) => void>();
let asked = 0;

const ask = (about: Question["about"], name: string, args: readonly unknown[]): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const id = asked++;
    waiting.set(id, ({ result, error }) => {
      if (error === undefined) resolve(result);
      else reject(Object.assign(new Error(error.message), error));
    });
    process.send?.({ id, about, name, args } satisfies Question);
  });

/** Dies here, at once and without a farewell to anything but the parent, if nobody died here before. */
async function point(name: string, tried: readonly string[]): Promise<void> {
  if (tried.includes(name)) return;
  await new Promise((resolve) => process.send?.({ point: name } satisfies LastWord, resolve));
  process.kill(process.pid, "SIGKILL");
  await new Promise(() => undefined);
}

/** Kills before and after each write, and within each transaction before it is committed. */
function mortal(database: Database, tried: readonly string[]): Database {
  return {
    ...database,
    run: async (sql, params) => {
      const name = `write ${sql.trim().split(/\s+/).slice(0, 4).join(" ")}`;
      await point(`before ${name}`, tried);
      const changed = await database.run(sql, params);
      await point(`after ${name}`, tried);
      return changed;
    },
    transaction: async (work) => {
      const result = await database.transaction(async (queries) => {
        const done = await work(queries);
        await point(`before commit ${stepOf(done)}`, tried);
        return done;
      });
      await point(`after commit ${stepOf(result)}`, tried);
      return result;
    },
  };
}

/** What the ledger's transaction was about: the stage reached, or the payout that was kept. */
function stepOf(done: unknown): string {
  const { stage, body } = done as Round;
  return body.payout === undefined ? stage : "payout";
}

async function live({ file, account, ledger, holding, tried }: ChildOptions): Promise<void> {
  const request = ({ method, params }: { method: string; params?: unknown }) =>
    ask("chain", method, (params ?? []) as readonly unknown[]);
  const provider = new BrowserProvider({ request }, undefined, { cacheTimeout: -1, pollingInterval: 5 });
  const client = connect(file, await provider.getSigner(account));
  const sends = new Set(["enrol", "share", "deliver", "reveal"]);
  const api = new Proxy({} as CoordinatorApi, {
    get:
      (_, name: string) =>
      async (...args: readonly unknown[]) => {
        const result = await ask("coordinator", name, args);
        if (sends.has(name)) await point(`after ${name}`, tried);
        return result;
      },
  });
  const { rows, units, ...rest } = holding;
  const own: Holding = { ...rest, units: BigInt(units), records: async () => ({ fields: holding.fields, rows }) };
  const sandbox = createSandbox({ workers: 1 });
  const device = createDevice({
    client,
    coordinators: { it: api },
    holdings: async () => [own],
    database: mortal(await openLedgerDatabase(ledger), tried),
    sandbox,
    log: createLog({ service: "device", level: "error" }),
  });
  await device.turn();
  await sandbox.stop();
  process.disconnect();
}

process.on("message", (message: Reply | ChildOptions) => {
  if ("file" in message) void live(message);
  else waiting.get(message.id)?.(message);
});
