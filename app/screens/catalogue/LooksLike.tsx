import type { Imitation } from "../../data/words/imitations.ts";
import { isMixedScript } from "../../data/words/isMixedScript.ts";
import { safeText } from "../../data/words/safeText.ts";
import { shortAddress } from "../../ui/shortAddress.ts";

export interface LooksLikeProps {
  readonly name: string;
  readonly symbol: string;
  readonly imitation: Imitation | undefined;
}

/** Says so where a dataset can be taken for another. */
export function LooksLike({ name, symbol, imitation }: LooksLikeProps) {
  if (imitation !== undefined) {
    const { of, by } = imitation;
    return (
      <p class="cat-warning">
        <span aria-hidden="true">⚠ </span>
        Its {by} looks like that of {safeText(of.name)} ({shortAddress(of.token)}), which was there first. Compare the
        addresses.
      </p>
    );
  }
  if (!isMixedScript(name) && !isMixedScript(symbol)) return null;
  return (
    <p class="cat-warning">
      <span aria-hidden="true">⚠ </span>
      Its name mixes alphabets with letters that look alike.
    </p>
  );
}
