import { type Intent, isOver } from "../intents/Intent.ts";
import { SAID } from "../intents/SAID.ts";
import { dismiss, intents } from "../intents/steps.ts";
import { TransactionHash } from "./TransactionHash.tsx";

/** What is going on, in a corner, also for those who listen. */
export function Toasts() {
  return (
    <div role="status" aria-live="polite" class="toasts">
      {intents.value.map((intent) => (
        <Toast key={intent.id} intent={intent} />
      ))}
    </div>
  );
}

function Toast({ intent }: { readonly intent: Intent }) {
  const { id, title, stage, outcome, error, hash } = intent;
  const isBusy = !isOver(intent);
  return (
    <div class={`toast ${stage}`} aria-busy={isBusy}>
      <strong>{title}</strong>
      <span>{outcome ?? SAID[stage]}</span>
      {error && stage === "failed" && (
        <span>
          {error.message}. {error.remedy}.
        </span>
      )}
      {hash && <TransactionHash of={hash} />}
      {!isBusy && (
        <button type="button" class="close" aria-label={`Dismiss: ${title}`} onClick={() => dismiss(id)}>
          ×
        </button>
      )}
    </div>
  );
}
