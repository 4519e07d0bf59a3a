import { useState } from "preact/hooks";
import { VoidSigner } from "ethers";
import type { JobView } from "#sdk/rounds/answers.ts";
import type { Task } from "#sdk/task/Task.ts";
import { reader } from "../../../chain/site.ts";
import { timeNow } from "../../../chain/useNow.ts";
import { type Engine, engine } from "../engine/engineHere.ts";
import type { KeptTask } from "../kept/Kept.ts";
import { keptHere } from "../kept/keptHere.ts";
import { knownCoordinator } from "../order/useCoordinator.ts";
import { useAsked } from "../useAsked.ts";
import type { FoundJob } from "./Found.ts";
import type { Round } from "./Round.ts";

const PACE = 2_000; // milliseconds between two looks at a round
const PATIENCE = 5_000; // until a job is handed in again that was not taken

/** Follows a job's round, and hands the job in if it was opened here and nobody did. */
export function useRound({ jobId, job, status }: FoundJob): Round & { readonly chooseUrl: (url: string) => void } {
  const [typed, chooseUrl] = useState<string>();
  const { tasks, jobs } = keptHere().all();
  const keptTask = tasks[job.program];
  const kept = jobs[jobId] ?? {};
  const url = typed ?? keptTask?.coordinatorUrl ?? knownCoordinator() ?? "";
  const isOpen = status.phase === "Open";
  const isInTime = timeNow() < job.deadline;
  const isToHandIn = isOpen && isInTime && keptTask !== undefined && !kept.isHandedIn && URL.canParse(url);
  const { error: refusal, retry: handInAgain } = useAsked(
    isToHandIn ? `hand in ${jobId} ${url}` : undefined,
    async () => keptTask && handIn(await engine(), { url, jobId, job, keptTask }),
    { again: PATIENCE },
  );
  const isAsked = URL.canParse(url) && (kept.isHandedIn === true || keptTask === undefined);
  const { data, error, retry } = useAsked(
    isAsked ? `round ${jobId} ${url}` : undefined,
    async () => viewOf(await engine(), { url, jobId, program: job.program }),
    isOpen ? { every: PACE, again: PACE } : {},
  );
  return {
    url,
    chooseUrl,
    kept,
    task: keptTask?.task ?? data?.task,
    choice: keptTask?.choice,
    view: data?.view,
    error: refusal ?? error,
    retry: isToHandIn ? handInAgain : retry,
  };
}

interface HandInParams {
  readonly url: string;
  readonly jobId: string;
  readonly job: FoundJob["job"];
  readonly keptTask: KeptTask;
}

/** Nobody signs this: the job on chain names the task by its digest. */
async function handIn({ announce, buildOf, connectConsumer }: Engine, params: HandInParams): Promise<void> {
  const { url, jobId, job, keptTask } = params;
  const { task, choice } = keptTask;
  const terms = { bound: BigInt(task.output.bound), gasPerRow: BigInt(task.gasPerRow) };
  const { program } = (await buildOf(choice.word))(choice, terms);
  const { chainId } = reader();
  const consumer = connectConsumer(url, { signer: new VoidSigner(job.consumer), chainId });
  await consumer.submit(announce({ job, task, program }));
  keptHere().keepJob(jobId, { isHandedIn: true });
}

interface Looked {
  readonly view: JobView;
  readonly task: Task | undefined;
}

/** What the coordinator says, with the task, should it be the one that the chain names. */
async function viewOf(
  { connectCoordinator, validateTask, taskDigest }: Engine,
  { url, jobId, program }: { readonly url: string; readonly jobId: string; readonly program: string },
): Promise<Looked> {
  const view = await connectCoordinator(url).job(jobId);
  const task = validateTask(view.task);
  return { view, task: taskDigest(task) === program ? task : undefined };
}
