import { refund } from "#sdk/actions/compute/refund.ts";
import { eighteen } from "../output/Money.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { send } from "../tasks/send.ts";
import { jobOf } from "./jobOf.ts";

interface RefundArgs {
  readonly job: string;
}

const refundJob: Action<RefundArgs> = async (args, context) => {
  const { client, alita } = await openSession(context);
  const job = await jobOf(client, args.job);
  return send({
    intent: `refund ${job.consumer}`,
    act: () => refund(client, { job }),
    tell: ({ baseAmount, dataAmount, dataBurned, ended }) => ({
      title: `${job.consumer} got ${units(baseAmount, alita)} and ${units(dataAmount, eighteen("Data Token"))} back`,
      facts: [
        ["burned", units(dataBurned, eighteen("Data Token"))],
        ["job", ended ? "ended" : "more can come back after the claim period"],
      ],
    }),
  });
};

export default refundJob;
