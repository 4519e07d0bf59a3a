import { isHexString } from "ethers";
import { href } from "../../../route.ts";
import { reader } from "../../../chain/site.ts";
import { useLive } from "../../../chain/useLive.ts";
import { Fault } from "../../../ui/Fault.tsx";
import { shortAddress } from "../../../ui/shortAddress.ts";
import { useTitle } from "../../../ui/useTitle.ts";
import { findJob } from "./findJob.ts";
import { JobDetails } from "./JobDetails.tsx";

/** One job, from its opening to its last refund: `#/compute/<jobId>`. */
export function JobPage({ jobId }: { readonly jobId: string }) {
  useTitle(`Job ${shortAddress(jobId)}`);
  const isId = isHexString(jobId, 32);
  const found = useLive(isId ? `job ${jobId}` : undefined, async () => ({ job: await findJob(reader(), jobId) }));
  const { data, error, isLoading, retry } = found;
  return (
    <>
      <p>
        <a href={href(["compute"])}>All jobs</a>
      </p>
      <h1>
        Job <code title={jobId}>{shortAddress(jobId)}</code>
      </h1>
      <Fault of={error} retry={retry} />
      {isLoading && <p class="card compute-loading skeleton" aria-label="loading" />}
      {(!isId || (data !== undefined && data.job === undefined)) && (
        <p>There is no job with this number on this chain.</p>
      )}
      {data?.job && <JobDetails found={data.job} />}
    </>
  );
}
