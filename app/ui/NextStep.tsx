import { useRef, useState } from "preact/hooks";
import { isOver } from "../intents/Intent.ts";
import { SAID } from "../intents/SAID.ts";
import { intents } from "../intents/steps.ts";
import { account, isOnChain } from "../wallet/account.ts";
import { switchChain } from "../wallet/switchChain.ts";
import { WalletPicker } from "../shell/WalletPicker.tsx";
import { Fault } from "./Fault.tsx";
import { useAct } from "./useAct.ts";

export interface NextStepProps {
  /** What is missing before it can be done: "Enter an amount", "Not enough ALITA". */
  readonly missing?: string | undefined;
  /** What it does, when nothing is missing: "Buy WTHR". */
  readonly label: string;
  /** Is awaited; meanwhile the button says where it stands and takes no second click. */
  readonly act: () => Promise<unknown>;
}

/** The one button of a form: it always names the next step, the wallet's included. */
export function NextStep({ missing, label, act }: NextStepProps) {
  const [isPicking, pick] = useState(false);
  const { isBusy, fault, once } = useAct();
  const before = useRef(0); // the last intent before the click
  const [step, take] = nextStep();

  function nextStep(): readonly [string, (() => void) | undefined] {
    if (isBusy) return [`${standing(before.current)} …`, undefined];
    if (account.value === undefined) return ["Connect wallet", () => pick(true)];
    if (!isOnChain.value) return ["Switch network", () => begin(switchChain)];
    if (missing !== undefined) return [missing, undefined];
    return [label, () => begin(act)];
  }

  function begin(what: () => Promise<unknown>): void {
    before.current = intents.peek().at(-1)?.id ?? 0;
    void once(what);
  }

  return (
    <>
      <button
        type="button"
        class="primary wide"
        disabled={take === undefined && !isBusy}
        aria-disabled={isBusy} // and not disabled: that would take the focus away
        aria-busy={isBusy}
        onClick={take}
      >
        {step}
      </button>
      <Fault of={fault} />
      {isPicking && <WalletPicker onClose={() => pick(false)} />}
    </>
  );
}

/** Where stands what was begun after an intent. */
function standing(before: number): string {
  const begun = intents.value.find((intent) => intent.id > before && !isOver(intent));
  return SAID[begun?.stage ?? "preparing"];
}
