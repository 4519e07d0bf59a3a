import { createServer } from "node:net";

const LAST_PORT = 65_535;

/** The first port from `from` on that nobody listens on. */
export async function freePort(host: string, from: number): Promise<number> {
  for (let port = from; port <= LAST_PORT; port++) if (await isFree(host, port)) return port;
  throw new Error(`No port from ${from} on is free on ${host}`);
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
