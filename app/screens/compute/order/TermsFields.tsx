import { exactMoney } from "../../../ui/money.ts";
import { CoordinatorFields } from "./CoordinatorFields.tsx";
import type { Draft } from "./Draft.ts";
import { boundOf, type OrderContext, proposedEpsilon } from "./readDraft.ts";
import { TextField } from "../../../ui/TextField.tsx";
import type { ReadOrder } from "./useOrder.ts";

export interface TermsFieldsProps {
  readonly draft: Draft;
  readonly context: OrderContext;
  readonly read: ReadOrder;
  readonly onDraft: (changes: Partial<Draft>) => void;
}

/** Terms that have good proposals: what one provider counts, gas, privacy, time and who coordinates. */
export function TermsFields({ draft, context, read, onDraft }: TermsFieldsProps) {
  const { terms, policy } = context;
  const { order, prepared } = read;
  const bound = order && boundOf(order.choice, draft, policy.devices.most).toString();
  return (
    <div class="form">
      <div class="two">
        <TextField
          label="Bound of each number"
          text={draft.bound ?? bound ?? ""}
          onText={(text) => onDraft({ bound: text })}
          hint={`what one provider adds at most; noise grows with it${draft.bound ? `, proposed: ${bound ?? "?"}` : ""}`}
          isNumber
        />
        <TextField
          label="Gas for each row"
          text={draft.gasPerRow ?? prepared?.task.gasPerRow ?? ""}
          onText={(text) => onDraft({ gasPerRow: text })}
          hint="a million is one unit; rows that need more answer zeros"
          isNumber
        />
        <TextField
          label="Epsilon"
          text={draft.epsilon ?? exactMoney(proposedEpsilon(context))}
          onText={(text) => onDraft({ epsilon: text })}
          hint={`privacy spent; at most ${exactMoney(terms.epsilonPerJob)}, left: ${exactMoney(policy.left)}`}
          isNumber
        />
        <TextField
          label="Fewest providers"
          text={draft.cohort ?? terms.minCohort.toString()}
          onText={(text) => onDraft({ cohort: text })}
          hint={`behind the answer; at least ${terms.minCohort}, now ${policy.devices.count} devices`}
          isNumber
        />
        <TextField
          label="Hours until the deadline"
          text={draft.hours}
          onText={(hours) => onDraft({ hours })}
          hint="after it everything comes back"
          isNumber
        />
        <TextField
          label="Coordinator's fee"
          text={draft.fee}
          onText={(fee) => onDraft({ fee })}
          hint="ALITA, paid only if the settlement stands"
          isNumber
        />
      </div>
      <CoordinatorFields {...{ draft, onDraft }} />
    </div>
  );
}
