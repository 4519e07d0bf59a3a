import { connectCoordinator } from "#sdk/rounds/connectCoordinator.ts";
import {
  type Budget,
  createChainView,
  createDevice,
  createDeviceService,
  createHoldings,
  openLedgerDatabase,
  scopeOf,
} from "../../services/device/index.ts";
import { createSandbox } from "../../services/shared/sandbox/index.ts";
import { amount } from "../input/amount.ts";
import { badInput } from "../input/badInput.ts";
import { count } from "../input/count.ts";
import { duration } from "../input/duration.ts";
import { list } from "../input/list.ts";
import { eighteen } from "../output/Money.ts";
import { logOf } from "../services/logOf.ts";
import { untilStopped } from "../services/untilStopped.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { explained } from "./explained.ts";
import { type KeyArgs, openProvider } from "./openProvider.ts";

interface PolicyArgs {
  readonly minCohort: string;
  readonly epsilon: string | undefined;
  readonly period: string | undefined;
  readonly maxGas: string;
  readonly allowExact: boolean;
}

interface StartArgs extends KeyArgs, PolicyArgs {
  readonly coordinators: string;
  readonly ledger: string;
  readonly port: string;
  readonly logLevel: string;
  readonly poll: string;
  readonly confirmations: string;
}

const start: Action<StartArgs> = async (args, context) => {
  const coordinators = coordinatorsOf(args.coordinators);
  const policy = policyOf(args);
  const { client, provider } = await openProvider(await openSession(context), args);
  const settings = { pollMs: 1_000 * Number(duration(args.poll, "poll")), port: Number(count(args.port, "port")) };
  const confirmations = Number(count(args.confirmations, "confirmations"));
  if (context.dryRun) {
    return { title: `Would start the device of ${provider}; nothing was started`, data: { dryRun: true, provider } };
  }
  return explained(async () => {
    const log = logOf("device", args.logLevel);
    const database = await openLedgerDatabase(args.ledger);
    const holdings = createHoldings(database, scopeOf(client, provider));
    const pools = (await holdings.all()).map(({ pool }) => pool);
    if (pools.length === 0) throw badInput(`${provider} has nothing to answer for`, "Add a file with `device add`");
    const budgets = policy.budget === undefined ? {} : Object.fromEntries(pools.map((pool) => [pool, policy.budget]));
    const sandbox = createSandbox();
    const chain = createChainView({ client, confirmations });
    const own = { client, chain, coordinators, database, sandbox, log, pollMs: settings.pollMs };
    const device = createDevice({ ...own, holdings: holdings.all, policy: { ...policy.rest, budgets } });
    const service = createDeviceService({ device, log, port: settings.port });
    const { url } = await service.start();
    await device.start();
    if (!context.json) console.log(`The device of ${provider} tells how it does at ${url}/status (Ctrl+C ends it)`);
    await untilStopped();
    await Promise.all([service.stop(), device.stop(), sandbox.stop()]); // a task under way is run again at the next start
    await database.close();
    return { title: "The device has stopped", data: { url, provider } };
  });
};

function coordinatorsOf(text: string) {
  const urls = list(text);
  const wrong = urls.find((url) => !/^https?:$/.test(URL.parse(url)?.protocol ?? ""));
  if (wrong !== undefined || urls.length === 0) {
    throw badInput(`--coordinators names "${wrong ?? text}", which is no address`, "Write https://coordinator.example");
  }
  return Object.fromEntries(urls.map((url) => [url, connectCoordinator(url)]));
}

function policyOf({ minCohort, epsilon, period, maxGas, allowExact }: PolicyArgs) {
  const rest = { minCohort: count(minCohort, "min-cohort"), maxGas: count(maxGas, "max-gas"), allowExact };
  if ((epsilon === undefined) !== (period === undefined)) {
    throw badInput("A budget is --epsilon within --period", "Pass both, or neither for the pool's own");
  }
  if (epsilon === undefined || period === undefined) return { rest };
  const budget: Budget = {
    epsilon: amount(epsilon, "epsilon", eighteen("epsilon")),
    period: duration(period, "period"),
  };
  return { rest, budget };
}

export default start;
