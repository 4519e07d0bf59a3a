import { useState } from "preact/hooks";
import { account, isOnChain } from "../wallet/account.ts";
import { switchChain } from "../wallet/switchChain.ts";
import { WalletPicker } from "../shell/WalletPicker.tsx";

export interface NextStepProps {
  /** What is missing before it can be done: "Enter an amount", "Not enough ALITA". */
  readonly missing?: string | undefined;
  /** What it does, when nothing is missing: "Buy WTHR". */
  readonly label: string;
  /** Is awaited; meanwhile the button says so and takes no second click. */
  readonly act: () => Promise<unknown>;
}

/** The one button of a form: it always names the next step, the wallet's included. */
export function NextStep({ missing, label, act }: NextStepProps) {
  const [isPicking, pick] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [step, take] = nextStep();

  function nextStep(): readonly [string, (() => void) | undefined] {
    if (isBusy) return ["Waiting for the wallet and the chain …", undefined];
    if (account.value === undefined) return ["Connect wallet", () => pick(true)];
    if (!isOnChain.value) return ["Switch network", () => void switchChain().catch(() => {})];
    if (missing !== undefined) return [missing, undefined];
    return [label, () => void once()];
  }

  async function once(): Promise<void> {
    setBusy(true);
    try {
      await act();
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <button type="button" class="primary wide" disabled={take === undefined} aria-busy={isBusy} onClick={take}>
        {step}
      </button>
      {isPicking && <WalletPicker onClose={() => pick(false)} />}
    </>
  );
}
