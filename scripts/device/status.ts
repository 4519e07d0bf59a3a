import { formatUnits } from "ethers";
import { formatDuration } from "#sdk/format/formatDuration.ts";
import type { DeviceStatus } from "../../services/device/index.ts";
import { badInput } from "../input/badInput.ts";
import type { Fact } from "../output/Outcome.ts";
import type { Action } from "../tasks/Command.ts";

const PATIENCE = 5_000; // milliseconds

const status: Action<{ readonly url: string }> = async ({ url }) => {
  const found = await ask(url);
  const { provider, holdings, budgets, rounds, ended, refused } = found;
  const budgetFacts = budgets.map(({ pool, rhoSpent, rhoLimit, period }): Fact => [
    `budget of ${pool}`,
    `${rho(rhoSpent)} of ${rho(rhoLimit)} rho spent within ${formatDuration(BigInt(period))}`,
  ]);
  return {
    title: `The device of ${provider} answers for ${holdings.length} contributions`,
    facts: budgetFacts,
    table: {
      head: ["job", "state", "why"],
      rows: [
        ...rounds.map(({ jobId, stage }) => [jobId, stage, ""]),
        ...ended.map(({ jobId, outcome, why }) => [jobId, outcome ?? "", why]),
        ...refused.map(({ jobId, code, why }) => [jobId, `refused: ${code}`, why]),
      ],
    },
    data: { ...found },
  };
};

const rho = (wad: string): string => formatUnits(wad, 18);

async function ask(url: string): Promise<DeviceStatus> {
  try {
    const response = await fetch(`${url.replace(/\/$/, "")}/status`, { signal: AbortSignal.timeout(PATIENCE) });
    if (response.ok) return (await response.json()) as DeviceStatus;
  } catch {
    // told below
  }
  throw badInput(`No device answers at ${url}`, "Start one with `device start`, or name its address with --url");
}

export default status;
