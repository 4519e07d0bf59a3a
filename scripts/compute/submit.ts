import { announce } from "#sdk/coordinator/announce.ts";
import { connectConsumer } from "#sdk/coordinator/connectConsumer.ts";
import { signerOf } from "#sdk/chain/signerOf.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { askCoordinator } from "./askCoordinator.ts";
import { jobOf } from "./jobOf.ts";
import { readTask } from "./TaskFile.ts";

interface SubmitArgs {
  readonly job: string;
  readonly task: string;
  readonly coordinatorUrl: string;
}

const submit: Action<SubmitArgs> = async (args, context) => {
  const { client } = await openSession(context);
  const job = await jobOf(client, args.job);
  const announcement = announce({ job, ...readTask(args.task, "task") });
  const { jobId } = announcement;
  if (context.dryRun) return { title: `Would hand in job ${jobId}; nothing was sent`, data: { dryRun: true, jobId } };
  const coordinator = connectConsumer(args.coordinatorUrl, { signer: signerOf(client), chainId: client.chainId });
  const { stage, stageEndsAt } = await askCoordinator(async () => {
    await coordinator.submit(announcement);
    return coordinator.progress(jobId);
  });
  return {
    title: `Handed in job ${jobId}`,
    facts: [
      ["stage", stage],
      ["result", `npx hardhat compute result --job ${jobId} --coordinator-url ${args.coordinatorUrl}`],
    ],
    data: { jobId, stage, stageEndsAt },
  };
};

export default submit;
