/** A process that tries one job's mutants, and tells before and after each. */
import { readArtifacts } from "./artifacts.ts";
import { hunt, type Job } from "./hunt.ts";
import { readSources } from "./project.ts";
import type { News } from "./workers.ts";

/** Bytes. Tests take a tenth of it; one that loops under a fault would take all there is, and others' work with it. */
const MOST_MEMORY = 6e9;
const OUT_OF_MEMORY = 9;

const send = (news: News) => process.send?.(news);

process.on("message", (job: Job) => {
  hunt(job, readArtifacts(), readSources(), {
    trying: (key) => send({ trying: key }),
    report: (verdict) => send({ verdict }),
  }).then(
    () => send(null),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on("disconnect", () => process.exit(0));
setInterval(() => {
  if (process.memoryUsage.rss() > MOST_MEMORY) process.exit(OUT_OF_MEMORY);
}, 200);
