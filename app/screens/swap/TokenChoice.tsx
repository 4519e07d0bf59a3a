import { useId, useState } from "preact/hooks";
import { Dialog } from "../../ui/Dialog.tsx";
import { Identicon } from "../../ui/Identicon.tsx";
import { Unknown } from "../../ui/Money.tsx";
import type { Side } from "./Side.ts";
import { TokenList } from "./TokenList.tsx";

export interface TokenChoiceProps {
  readonly label: string; // "Pay with"
  readonly side: Side | undefined; // what is chosen
  readonly isKnown: boolean; // whether something is chosen, read or not
  readonly without: string | undefined; // the other side's token
  readonly onChoose: (token: string) => void;
}

/** Which token, and the way to another. */
export function TokenChoice({ label, side, isKnown, without, onChoose }: TokenChoiceProps) {
  const [isChoosing, choose] = useState(false);
  const id = useId();
  return (
    <div class="field">
      <span id={`${id}-label`} class="swap-label">
        {label}
      </span>
      <button
        type="button"
        id={id}
        aria-labelledby={`${id}-label ${id}`}
        aria-haspopup="dialog"
        onClick={() => choose(true)}
      >
        {side && <Identicon of={side.token} />}
        {side?.symbol ?? (isKnown ? <Unknown /> : "Choose a token")}
        <span aria-hidden="true">▾</span>
      </button>
      {isChoosing && (
        <Dialog title={`${label} …`} onClose={() => choose(false)}>
          <TokenList
            without={without}
            onChoose={(token) => {
              choose(false);
              onChoose(token);
            }}
          />
        </Dialog>
      )}
    </div>
  );
}
