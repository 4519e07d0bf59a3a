import { dispute } from "#sdk/actions/compute/dispute.ts";
import { formatTime } from "#sdk/format/formatTime.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { send } from "../tasks/send.ts";
import { jobOf } from "./jobOf.ts";

interface DisputeArgs {
  readonly job: string;
}

const disputeJob: Action<DisputeArgs> = async (args, context) => {
  const { client } = await openSession(context);
  const job = await jobOf(client, args.job);
  return send({
    intent: `dispute the settlement of ${args.job}`,
    act: () => dispute(client, { job }),
    tell: ({ rulingDue }) => ({
      title: `Disputed the settlement of ${args.job}`,
      facts: [["ruled before", formatTime(rulingDue)]],
    }),
  });
};

export default disputeJob;
