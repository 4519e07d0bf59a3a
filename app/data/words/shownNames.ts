import type { Imitation, Named } from "./imitations.ts";
import { safeText } from "./safeText.ts";
import { shownSymbol } from "./shownSymbol.ts";

/** The same under names that are safe to show: nothing behind needs to think of it. */
export const shownNames = <T extends Named>(one: T, imitation: Imitation | undefined): T => ({
  ...one,
  name: safeText(one.name),
  symbol: shownSymbol(one, imitation),
});
