/** A process that tries one job's mutants after another. Sends each verdict, and `null` when a job is done. */
import { readArtifacts } from "./artifacts.ts";
import { hunt, type Job } from "./hunt.ts";
import { readSources } from "./project.ts";

const artifacts = readArtifacts();
const sources = readSources();
const send = (message: unknown) => process.send?.(message);

process.on("message", (job: Job) => {
  hunt(job, artifacts, sources, send).then(
    () => send(null),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on("disconnect", () => process.exit(0));
