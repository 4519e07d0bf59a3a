import { useId } from "preact/hooks";
import { choose, settings } from "../../settings.ts";

/** How far the price may move, and how long the trade is good. */
export function TradeSettings() {
  const id = useId();
  const { slippageBps, deadlineMinutes } = settings.value;
  return (
    <details class="settings">
      <summary>
        Slippage {slippageBps === undefined ? "auto" : `${slippageBps / 100} %`}, deadline {deadlineMinutes} minutes
      </summary>
      <label for={`${id}-slippage`}>
        Slippage <span class="hint">per cent; empty: chosen by the page</span>
      </label>
      <input
        id={`${id}-slippage`}
        inputMode="decimal"
        value={slippageBps === undefined ? "" : String(slippageBps / 100)}
        onChange={(event) => choose({ slippageBps: bpsOf(event.currentTarget.value) })}
      />
      <label for={`${id}-deadline`}>
        Deadline <span class="hint">minutes</span>
      </label>
      <input
        id={`${id}-deadline`}
        type="number"
        min="1"
        max="1440"
        value={deadlineMinutes}
        onChange={(event) =>
          choose({ deadlineMinutes: Math.min(1_440, Math.max(1, event.currentTarget.valueAsNumber || 20)) })
        }
      />
    </details>
  );
}

/** Per cent as typed; undefined if it makes no sense: 0.01 to 50. */
function bpsOf(text: string): number | undefined {
  const bps = Math.round(Number(text.replace(",", ".")) * 100);
  return bps >= 1 && bps <= 5_000 ? bps : undefined;
}
