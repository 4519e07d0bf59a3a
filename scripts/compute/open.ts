import { open } from "#sdk/actions/compute/open.ts";
import { quote } from "#sdk/actions/compute/quote.ts";
import { terms } from "#sdk/actions/pool/terms.ts";
import { now } from "#sdk/chain/now.ts";
import { formatTime } from "#sdk/format/formatTime.ts";
import { taskDigest } from "#sdk/task/taskDigest.ts";
import { amount } from "../input/amount.ts";
import { badInput } from "../input/badInput.ts";
import { count } from "../input/count.ts";
import { digest } from "../input/digest.ts";
import { duration } from "../input/duration.ts";
import { oneOf } from "../input/oneOf.ts";
import { percent } from "../input/percent.ts";
import { eighteen } from "../output/Money.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool, type PoolSession } from "../tasks/openPool.ts";
import { send } from "../tasks/send.ts";
import { whoIs } from "../tasks/whoIs.ts";
import { readTask } from "./TaskFile.ts";

interface OpenArgs {
  readonly dataset: string;
  readonly units: string;
  readonly task: string | undefined;
  readonly program: string | undefined;
  readonly coordinator: string;
  readonly fee: string;
  readonly epsilon: string;
  readonly cohort: string | undefined;
  readonly deadline: string;
  readonly pay: string;
  readonly slippage: string;
}

const openJob: Action<OpenArgs> = async (args, context) => {
  const session = await openPool(context, args.dataset);
  const { client, alita, dataset } = session;
  const order = await orderOf(session, args);
  const payWith = oneOf(args.pay, "pay", ["both", "base"]);
  const cost = await quote(client, order);
  const price =
    payWith === "both"
      ? `${units(cost.base, alita)} and ${units(cost.data, dataset.money)}`
      : `about ${units(cost.baseAlone, alita)}`;
  return send({
    intent: `open a job of ${order.maxUnits} units on ${dataset.symbol} for ${price}`,
    facts: [["settled until", formatTime(order.deadline)]],
    quote: { ...order, ...cost },
    act: () => open(client, { ...order, payWith, quote: cost, slippageBps: percent(args.slippage, "slippage") }),
    tell: ({ jobId, basePaid, dataEscrow, job }) => ({
      title: `Opened a job of ${job.maxUnits} units on ${dataset.symbol}`,
      facts: [
        ["job", jobId],
        ["paid", units(basePaid, alita)],
        ["escrowed", units(dataEscrow, dataset.money)],
        ["settled until", formatTime(job.deadline)],
      ],
    }),
  });
};

async function orderOf(session: PoolSession, args: OpenArgs) {
  const { client, pool, alita } = session;
  const { minCohort } = await terms(client, { pool });
  return {
    pool,
    coordinator: whoIs(session, args.coordinator, "coordinator"),
    program: programOf(args),
    maxUnits: count(args.units, "units"),
    minCohort: args.cohort === undefined ? minCohort : count(args.cohort, "cohort"),
    epsilon: amount(args.epsilon, "epsilon", eighteen("epsilon")),
    deadline: (await now(client)) + duration(args.deadline, "deadline"),
    coordinatorFee: amount(args.fee, "fee", alita),
  };
}

/** What the job signs: a task whole, by its digest. */
function programOf({ task, program }: OpenArgs): string {
  if (task !== undefined && program === undefined) return taskDigest(readTask(task, "task").task);
  if (program !== undefined && task === undefined) return digest(program, "program");
  throw badInput("Either --task or --program is needed, and not both", "Name the file from `compute task`");
}

export default openJob;
