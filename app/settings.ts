import { effect, signal } from "@preact/signals";
import { shelf } from "./shelf.ts";

const KEY = "datawell.settings";

export type Theme = "system" | "light" | "dark";

/** What somebody chose once and finds again. */
export interface Settings {
  readonly theme: Theme;
  /** How far a price may move until a trade is refused, basis points; undefined: chosen by the page. */
  readonly slippageBps: number | undefined;
  readonly deadlineMinutes: number;
}

const DEFAULTS: Settings = { theme: "system", slippageBps: undefined, deadlineMinutes: 20 };

function read(): Settings {
  try {
    return { ...DEFAULTS, ...(JSON.parse(shelf.getItem(KEY) ?? "{}") as Partial<Settings>) };
  } catch {
    return DEFAULTS;
  }
}

export const settings = signal<Settings>(read());

export const choose = (changes: Partial<Settings>): void => {
  settings.value = { ...settings.value, ...changes };
};

/** Keeps the settings, and shows the chosen theme. */
export function applySettings(): void {
  effect(() => {
    const { theme } = settings.value;
    shelf.tryToKeep(KEY, JSON.stringify(settings.value));
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  });
}

const LEAST_AUTO = 50n;

/** The slippage of a trade: what was chosen, else half a per cent, or a tenth of the trade's own price impact if that is more. */
export function slippageFor(impactBps: bigint): bigint {
  const { slippageBps } = settings.value;
  if (slippageBps !== undefined) return BigInt(slippageBps);
  return impactBps / 10n > LEAST_AUTO ? impactBps / 10n : LEAST_AUTO;
}
