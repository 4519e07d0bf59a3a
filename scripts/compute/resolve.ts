import { resolve } from "#sdk/actions/compute/resolve.ts";
import { JOB_PHASES } from "#sdk/types/Job.ts";
import { findAttesterSet, type SetArgs } from "../contribution/findAttesterSet.ts";
import { badInput } from "../input/badInput.ts";
import { list } from "../input/list.ts";
import { toJson } from "../output/toJson.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { send } from "../tasks/send.ts";
import { jobOf } from "./jobOf.ts";
import { readRuling } from "./RulingFile.ts";

interface ResolveArgs extends SetArgs {
  readonly job: string;
  readonly rulings: string;
}

const resolveJob: Action<ResolveArgs> = async (args, context) => {
  const session = await openSession(context);
  const { client } = session;
  const job = await jobOf(client, args.job);
  const files = list(args.rulings).map((path) => readRuling(path, "rulings"));
  const [first] = files;
  if (first === undefined || files.some(({ ruling }) => toJson(ruling) !== toJson(first.ruling))) {
    throw badInput("The rulings differ", "Have all attesters sign the same payouts and the same --deadline");
  }
  const { ruling } = first;
  const set = await findAttesterSet(session, { pool: job.pool, hash: job.attesterSet }, args);
  const signatures = files.map(({ attester, signature }) => ({ attester, signature }));
  return send({
    intent: `resolve the dispute of ${args.job} by ${ruling.units} units`,
    quote: ruling,
    act: () => resolve(client, { job, ruling, set, signatures }),
    tell: ({ phase, units }) => ({
      title: `Resolved the dispute of ${args.job}: ${JOB_PHASES[Number(phase)] ?? phase}, ${units} units`,
    }),
  });
};

export default resolveJob;
