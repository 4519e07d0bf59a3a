import { open } from "#sdk/actions/compute/open.ts";
import { quote } from "#sdk/actions/compute/quote.ts";
import { terms } from "#sdk/actions/pool/terms.ts";
import { now } from "#sdk/chain/now.ts";
import { formatTime } from "#sdk/format/formatTime.ts";
import { amount } from "../input/amount.ts";
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

interface OpenArgs {
  readonly dataset: string;
  readonly units: string;
  readonly program: string;
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
    program: digest(args.program, "program"),
    maxUnits: count(args.units, "units"),
    minCohort: args.cohort === undefined ? minCohort : count(args.cohort, "cohort"),
    epsilon: amount(args.epsilon, "epsilon", eighteen("epsilon")),
    deadline: (await now(client)) + duration(args.deadline, "deadline"),
    coordinatorFee: amount(args.fee, "fee", alita),
  };
}

export default openJob;
