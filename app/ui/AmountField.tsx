import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { faultOf } from "./amountOf.ts";
import { exactMoney } from "./money.ts";
import { Money } from "./Money.tsx";

export interface AmountFieldProps {
  readonly label: string;
  readonly symbol: string;
  readonly text: string; // what was typed
  readonly onText: (text: string) => void;
  readonly balance?: bigint | undefined; // token wei; shown with a button that takes all of it
  readonly holds?: string; // what `balance` is; by default what the wallet has
  readonly hint?: ComponentChildren;
}

/** An amount of a token to type; what is wrong with it is said at once. */
export function AmountField({ label, symbol, text, onText, balance, holds = "Balance", hint }: AmountFieldProps) {
  const id = useId();
  const fault = faultOf(text);
  return (
    <div class="field">
      <label for={id}>
        {label} <span class="hint">{symbol}</span>
      </label>
      <input
        id={id}
        inputMode="decimal"
        autocomplete="off"
        placeholder="0"
        value={text}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-more`}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      <p id={`${id}-more`} class="more">
        {balance !== undefined && (
          <span>
            {holds} <Money wei={balance} of={symbol} />{" "}
            <button type="button" class="small" onClick={() => onText(exactMoney(balance))}>
              Max
            </button>
          </span>
        )}
        {hint && <span class="hint">{hint}</span>}
        {fault && <span class="fault">{fault}</span>}
      </p>
    </div>
  );
}
