import { encodeBase64 } from "ethers";
import { jobId } from "../actions/compute/jobId.ts";
import type { Announcement } from "../rounds/answers.ts";
import { checkProgram } from "../task/checkProgram.ts";
import type { Task } from "../task/Task.ts";
import { taskDigest } from "../task/taskDigest.ts";
import { TaskError } from "../task/TaskError.ts";
import type { Job } from "../types/Job.ts";

export interface AnnounceParams {
  readonly job: Job;
  readonly task: Task;
  readonly program: Uint8Array; // as it is shipped
}

/**
 * What a consumer hands in once its job is open.
 * @throws TaskError ProgramTooLarge; WrongProgram, if job, task and program do not belong together
 */
export function announce({ job, task, program }: AnnounceParams): Announcement {
  checkProgram(task, program);
  if (taskDigest(task) !== job.program) {
    throw new TaskError("WrongProgram", "The task is not the job's", "Pass the task that the job was opened with");
  }
  return { jobId: jobId(job), task, program: encodeBase64(program) };
}
