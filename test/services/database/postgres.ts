import { execFileSync, type SpawnOptions, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { freePort } from "../../../scripts/chain/freePort.ts";

const ROOT = "/usr/lib/postgresql";

/** Where Debian's package `postgresql` puts the server's programs; undefined where it is not installed. */
export function postgresPrograms(): string | undefined {
  if (!existsSync(ROOT)) return undefined;
  const [newest] = readdirSync(ROOT).toSorted((a, b) => Number(b) - Number(a));
  const folder = join(ROOT, newest ?? "", "bin");
  return existsSync(join(folder, "initdb")) ? folder : undefined;
}

let cluster: Promise<string> | undefined;
let databases = 0;

/** The address of an empty database on a server of this process's own, which ends with it. */
export async function freshPostgres(programs: string): Promise<string> {
  cluster ??= startCluster(programs);
  const admin = await cluster;
  const name = `test_${++databases}`;
  const client = new Client({ connectionString: `${admin}/postgres` });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return `${admin}/${name}`;
}

async function startCluster(programs: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "datawell-postgres-"));
  const user = someoneElse(); // the server refuses to run as root
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid as number);
  const run = { ...user, cwd: folder, stdio: "ignore" } as const;
  const data = join(folder, "data");
  execFileSync(join(programs, "initdb"), ["-D", data, "-U", "datawell", "-A", "trust", "--no-sync"], run);
  const port = await freePort("127.0.0.1", 20_000 + (process.pid % 20_000));
  const settings = ["-c", "fsync=off", "-c", `unix_socket_directories=${folder}`, "-c", "listen_addresses=127.0.0.1"];
  const server = spawn(join(programs, "postgres"), ["-D", data, "-p", String(port), ...settings], run as SpawnOptions);
  server.unref();
  process.once("exit", () => {
    server.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const url = `postgres://datawell@127.0.0.1:${port}`;
  await answers(`${url}/postgres`);
  return url;
}

function someoneElse(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (what: string) => Number(execFileSync("id", [what, "nobody"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const client = new Client({ connectionString: url });
    const connected = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (connected) return;
    await sleep(50);
  }
  throw new Error("Postgres did not start");
}
