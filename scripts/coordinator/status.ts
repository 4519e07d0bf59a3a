import { type CoordinatorInfo, coordinatorInfo } from "#sdk/coordinator/coordinatorInfo.ts";
import { exchange } from "#sdk/http/exchange.ts";
import { connectCoordinator } from "#sdk/rounds/connectCoordinator.ts";
import { CoordinatorError } from "#sdk/rounds/CoordinatorError.ts";
import { COORDINATOR } from "#sdk/rounds/coordinatorPeer.ts";
import { badInput } from "../input/badInput.ts";
import type { Fact, Outcome } from "../output/Outcome.ts";
import { askCoordinator } from "../compute/askCoordinator.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";

interface StatusArgs {
  readonly url: string;
  readonly dataset: string | undefined;
}

const status: Action<StatusArgs> = async ({ url, dataset }, context): Promise<Outcome> => {
  const base = url.replace(/\/+$/, "");
  const { account, chainId } = await infoOf(base);
  await askCoordinator(() => exchange(COORDINATOR, `${base}/ready`));
  const title = `The coordinator at ${base} is ready`;
  const facts: readonly Fact[] = [
    ["account", account],
    ["chain", chainId],
  ];
  const about = { url: base, account, chainId, ready: true };
  if (dataset === undefined) return { title, facts, data: about };
  const { pool } = await openPool(context, dataset);
  const coordinator = connectCoordinator(base);
  const { jobs } = await askCoordinator(() => coordinator.jobs(pool));
  const views = await askCoordinator(() => Promise.all(jobs.map(({ jobId }) => coordinator.job(jobId))));
  return {
    title,
    facts,
    table: {
      head: ["job", "stage", "devices", "why"],
      rows: views.map(({ jobId, stage, enrolled, why = "" }) => [jobId, stage, String(enrolled), why]),
    },
    data: {
      ...about,
      jobs: views.map(({ jobId, stage, enrolled, why }) => ({ jobId, stage, enrolled, why })),
    },
  };
};

async function infoOf(url: string): Promise<CoordinatorInfo> {
  try {
    return await coordinatorInfo(url);
  } catch (error) {
    if (!(error instanceof CoordinatorError)) throw error;
    if (error.code === "Unreachable") throw badInput(error.fault, error.remedy);
    throw badInput(`What answers at ${url} is no coordinator`, "Check --url");
  }
}

export default status;
