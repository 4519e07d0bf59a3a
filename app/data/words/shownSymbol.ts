import { shortAddress } from "../../ui/shortAddress.ts";
import type { Imitation, Named } from "./imitations.ts";
import { safeText } from "./safeText.ts";

const LONGEST = 24; // characters: more than any that people trade by, and still a word beside an amount

/**
 * A token's symbol as it is shown. One that looks like another's never stands alone: "Buy ALITA" must not be about
 * something else.
 * @param imitation what the token can be taken for; undefined: for nothing
 */
export function shownSymbol({ token, symbol }: Omit<Named, "name">, imitation: Imitation | undefined): string {
  const text = safeText(symbol, LONGEST);
  return imitation?.by === "symbol" ? `${text} (${shortAddress(token)})` : text;
}
