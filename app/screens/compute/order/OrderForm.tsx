import { useMemo, useState } from "preact/hooks";
import type { Shown } from "#sdk/actions/dataset/show.ts";
import { Fault } from "../../../ui/Fault.tsx";
import { useFields } from "../dataset/useFields.ts";
import { usePolicy } from "../dataset/usePolicy.ts";
import { type Draft, EMPTY_DRAFT } from "./Draft.ts";
import { Opening } from "./Opening.tsx";
import { ProgramFields } from "./ProgramFields.tsx";
import { TermsFields } from "./TermsFields.tsx";
import type { OrderContext } from "./readDraft.ts";
import { knownCoordinator } from "./useCoordinator.ts";
import { useOrder } from "./useOrder.ts";

/** Orders a computation over a dataset: what is asked on one side, what it costs on the other. */
export function OrderForm({ dataset }: { readonly dataset: Shown }) {
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const fields = useFields(dataset.contractUri);
  const { data: policy, error, retry } = usePolicy(dataset);
  const { terms } = dataset;
  const context = useMemo(
    (): OrderContext | undefined => (fields && policy ? { fields, terms, policy } : undefined),
    [fields, policy && JSON.stringify(policy, plain), terms.minCohort, terms.epsilonPerJob],
  );
  const read = useOrder(draft, context);
  const isNeeded = draft.word === "own" || knownCoordinator() === undefined; // no proposal is good enough
  return (
    <>
      <Fault of={error} retry={retry} />
      <div class="two">
        <div class="form">
          <section class="card form" aria-labelledby="compute-program">
            <h3 id="compute-program">What is computed</h3>
            <ProgramFields draft={draft} fields={fields ?? []} onDraft={change} />
          </section>
          {context && (
            <details class="card" open={isNeeded}>
              <summary>Bound, gas, privacy and coordinator</summary>
              <TermsFields {...{ draft, context, read }} onDraft={change} />
            </details>
          )}
        </div>
        <Opening {...{ dataset, draft, read, context }} onDraft={change} />
      </div>
    </>
  );
}

const plain = (_: string, value: unknown): unknown => (typeof value === "bigint" ? value.toString() : value);
