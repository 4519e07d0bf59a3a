import { read } from "#sdk/chain/read.ts";
import { tokenAt } from "#sdk/chain/contracts.ts";
import { reader } from "../../../chain/site.ts";
import { useLive } from "../../../chain/useLive.ts";
import { useImitations } from "../../../data/catalogue/useImitations.ts";
import { shownSymbol } from "../../../data/words/shownSymbol.ts";
import { Fault } from "../../../ui/Fault.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { BillCard } from "./BillCard.tsx";
import { Ending } from "./Ending.tsx";
import type { FoundJob } from "./Found.ts";
import { ResultCard } from "./ResultCard.tsx";
import { Steps } from "./Steps.tsx";
import { TermsCard } from "./TermsCard.tsx";
import { stepsOf } from "./stepsOf.ts";
import { useRound } from "./useRound.ts";

/** What the chain and the coordinator say of a job, and what can be done about it. */
export function JobDetails({ found }: { readonly found: FoundJob }) {
  const { job } = found;
  const round = useRound(found);
  const symbol = useSymbol(job.token);
  const isHandedIn = round.kept.isHandedIn === true || round.view !== undefined;
  return (
    <div class="two">
      <div class="form">
        <section class="card form" aria-labelledby="job-steps">
          <h2 id="job-steps">Progress</h2>
          <Steps steps={stepsOf({ ...found, view: round.view, isHandedIn })} endsAt={round.view?.stageEndsAt} />
          {round.error && found.status.phase === "Open" && <Fault of={round.error} retry={round.retry} />}
          {(round.url === "" || round.error !== undefined) && (
            <TextField
              label="Coordinator"
              text={round.url}
              onText={round.chooseUrl}
              hint="where the job's coordinator answers"
            />
          )}
        </section>
        <ResultCard {...{ found, round }} />
      </div>
      <div class="form">
        <Ending {...{ found, symbol }} />
        <BillCard {...{ found, round, symbol }} />
        <TermsCard {...{ found, round, symbol }} />
      </div>
    </div>
  );
}

/** The symbol of a dataset, safe to show; empty while it is not known. */
function useSymbol(token: string): string {
  const { data: symbol } = useLive(`symbol ${token}`, () => read(reader(), tokenAt(token), "symbol", []));
  const imitation = useImitations()?.get(token);
  return symbol === undefined ? "" : shownSymbol({ token, symbol }, imitation);
}
