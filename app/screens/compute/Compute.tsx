import { route } from "../../route.ts";
import { JobPage } from "./job/JobPage.tsx";
import { Start } from "./Start.tsx";

/** Compute goes to the data: `#/compute`, or one job, `#/compute/<jobId>`. */
export function Compute() {
  const jobId = route.value.path[1];
  return jobId === undefined ? <Start /> : <JobPage key={jobId} jobId={jobId} />;
}
