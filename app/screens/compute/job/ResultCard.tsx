import { useState } from "preact/hooks";
import { run } from "../../../intents/run.ts";
import { NextStep } from "../../../ui/NextStep.tsx";
import { address } from "../../../wallet/account.ts";
import { keptHere } from "../kept/keptHere.ts";
import { AnswerView } from "./AnswerView.tsx";
import { askOffer } from "./askOffer.ts";
import { canHaveResult } from "./canHaveResult.ts";
import type { FoundJob } from "./Found.ts";
import { giveConsent } from "./giveConsent.ts";
import type { Round } from "./Round.ts";

export interface ResultProps {
  readonly found: FoundJob;
  readonly round: Round;
}

/** The answer of a job: asked for with one signature, agreed to with another. */
export function ResultCard({ found, round }: ResultProps) {
  const { jobId, job, status, settled } = found;
  const { url, task, kept, view } = round;
  const { offer } = kept;
  const [isAgreed, setAgreed] = useState(false);
  const isStranger = address.value !== undefined && address.value !== job.consumer;
  const params = task && { url, jobId, job, task };

  const ask = async () => {
    if (params === undefined) return;
    await run({
      title: "Show the result of a job",
      act: async (client) => {
        const result = await askOffer(client, params);
        keptHere().keepJob(jobId, { offer: result });
        return { result };
      },
      tell: ({ result }) => `${result.survivors} of ${result.enrolled} devices are behind it`,
    });
  };
  const agree = async () => {
    if (params === undefined || offer === undefined) return;
    const done = await run({
      title: "Agree to the result of a job",
      act: async (client) => {
        await giveConsent(client, { ...params, offer });
        return { result: true };
      },
      tell: () => "The coordinator settles it now, final at once",
    });
    if (done) setAgreed(true);
  };

  return (
    <section class="card form" aria-labelledby="job-result">
      <h2 id="job-result">Result</h2>
      {offer === undefined && (
        <>
          <p class="hint">{sayWhen()}</p>
          <NextStep label="Show the result" missing={whyNotYet()} act={ask} />
        </>
      )}
      {offer !== undefined && <AnswerView {...{ found, round, offer }} />}
      {offer !== undefined && status.phase === "Open" && (
        <>
          <p class="hint">
            It fits the job's terms. With your consent it is final at once; without, it is settled all the same and you
            have a day to dispute it.
          </p>
          <NextStep label="Agree to the result" missing={whyNoConsent()} act={agree} />
        </>
      )}
      {settled !== undefined && offer === undefined && (
        <p class="hint">
          Digest on chain: <code>{settled.resultDigest}</code>
        </p>
      )}
    </section>
  );

  function sayWhen(): string {
    if (canHaveResult(status.phase, view)) {
      return "The coordinator gives it to the consumer alone: a signature says who asks, and costs nothing.";
    }
    if (status.phase === "Open") return "There is none yet: see the progress. Nobody has to wait here.";
    return "There is none: everything came back, or does.";
  }

  function whyNotYet(): string | undefined {
    if (!canHaveResult(status.phase, view)) return "No result yet";
    if (isStranger) return "For the consumer alone";
    if (url === "") return "Enter the coordinator's address";
    return task === undefined ? "The job's task is not known here" : undefined;
  }

  function whyNoConsent(): string | undefined {
    if (isAgreed) return "You agreed: it is being settled";
    return isStranger ? "For the consumer alone" : undefined;
  }
}
