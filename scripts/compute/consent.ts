import { settlementOf } from "#sdk/actions/compute/settlementOf.ts";
import { signConsent } from "#sdk/actions/compute/signConsent.ts";
import { digest } from "../input/digest.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { jobOf } from "./jobOf.ts";
import { readPayouts } from "./readPayouts.ts";

interface ConsentArgs {
  readonly job: string;
  readonly payouts: string;
  readonly result: string;
}

const consent: Action<ConsentArgs> = async (args, context) => {
  const { client, user } = await openSession(context);
  const job = await jobOf(client, args.job);
  const settlement = settlementOf(readPayouts(args.payouts, "payouts"), digest(args.result, "result"));
  if (context.dryRun) {
    return { title: `Would consent to ${settlement.units} units`, data: { dryRun: true, jobId: args.job, settlement } };
  }
  const signature = await signConsent(client, { job, settlement });
  return {
    title: `${user} consents to ${settlement.units} units`,
    facts: [["signature", signature]],
    data: { jobId: args.job, settlement, signature },
  };
};

export default consent;
