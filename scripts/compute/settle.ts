import { writeFileSync } from "node:fs";
import { isHexString } from "ethers";
import { settle } from "#sdk/actions/compute/settle.ts";
import { settlementOf } from "#sdk/actions/compute/settlementOf.ts";
import { signConsent } from "#sdk/actions/compute/signConsent.ts";
import { formatTime } from "#sdk/format/formatTime.ts";
import type { Job, Settlement } from "#sdk/types/Job.ts";
import { digest } from "../input/digest.ts";
import { toJson } from "../output/toJson.ts";
import { accountOf } from "../tasks/accountOf.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { send } from "../tasks/send.ts";
import type { Session } from "../tasks/Session.ts";
import { jobOf } from "./jobOf.ts";
import { readPayouts } from "./readPayouts.ts";

interface SettleArgs {
  readonly job: string;
  readonly payouts: string;
  readonly result: string;
  readonly consent: string | undefined;
  readonly out: string;
}

const settleJob: Action<SettleArgs> = async (args, context) => {
  const session = await openSession(context);
  const { client } = session;
  const job = await jobOf(client, args.job);
  const payouts = readPayouts(args.payouts, "payouts");
  const settlement = settlementOf(payouts, digest(args.result, "result"));
  const consent = args.consent === undefined ? undefined : await consentOf(session, args.consent, { job, settlement });
  const outcome = await send({
    intent: `settle ${settlement.units} units for ${payouts.length} contributions`,
    facts: [["payout root", settlement.payoutRoot]],
    quote: settlement,
    act: () => settle(client, { job, settlement, consent }),
    tell: ({ finalAt, consented }) => ({
      title: `Settled ${settlement.units} units for ${payouts.length} contributions`,
      facts: [
        ["final", consented ? "now" : `from ${formatTime(finalAt)}, unless disputed`],
        ["written to", args.out],
      ],
    }),
  });
  // only a settlement that stands on chain leaves a file to claim with
  if (!context.dryRun) writeFileSync(args.out, `${toJson({ jobId: args.job, job, settlement, payouts })}\n`);
  return outcome;
};

interface ToConsent {
  readonly job: Job;
  readonly settlement: Settlement;
}

/** A signature as it is, or one by an account of this network. */
async function consentOf({ client, accounts }: Session, text: string, what: ToConsent): Promise<string> {
  if (isHexString(text) && text.length > 42) return text;
  return signConsent({ ...client, runner: accountOf(accounts, text, "consent") }, what);
}

export default settleJob;
