import { connectCoordinator } from "#sdk/rounds/connectCoordinator.ts";
import { request } from "#sdk/rounds/request.ts";
import { badInput } from "../input/badInput.ts";
import type { Outcome } from "../output/Outcome.ts";
import { askCoordinator } from "../compute/askCoordinator.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";

interface StatusArgs {
  readonly url: string;
  readonly dataset: string | undefined;
}

const BYTES = 4_096;

const status: Action<StatusArgs> = async ({ url, dataset }, context): Promise<Outcome> => {
  const base = url.replace(/\/+$/, "");
  requireCoordinator(await askCoordinator(() => request(`${base}/ready`, { maxBytes: BYTES })), base);
  const title = `The coordinator at ${base} is ready`;
  if (dataset === undefined) return { title, data: { url: base, ready: true } };
  const { pool } = await openPool(context, dataset);
  const coordinator = connectCoordinator(base);
  const { jobs } = await askCoordinator(() => coordinator.jobs(pool));
  const views = await askCoordinator(() => Promise.all(jobs.map(({ jobId }) => coordinator.job(jobId))));
  return {
    title,
    table: {
      head: ["job", "stage", "devices", "why"],
      rows: views.map(({ jobId, stage, enrolled, why = "" }) => [jobId, stage, String(enrolled), why]),
    },
    data: {
      url: base,
      ready: true,
      jobs: views.map(({ jobId, stage, enrolled, why }) => ({ jobId, stage, enrolled, why })),
    },
  };
};

function requireCoordinator(answer: Uint8Array, url: string): void {
  try {
    const said: unknown = JSON.parse(new TextDecoder().decode(answer));
    if ((said as { readonly service?: unknown } | null)?.service === "coordinator") return;
  } catch {
    // told below
  }
  throw badInput(`What answers at ${url} is no coordinator`, "Check --url");
}

export default status;
