import { skeletonOf } from "./skeletonOf.ts";

/** Something that goes by a name. */
export interface Named {
  readonly token: string;
  readonly name: string;
  readonly symbol: string;
}

/** What a token can be taken for, and by which of its words. */
export interface Imitation {
  readonly of: Named;
  readonly by: "symbol" | "name";
}

/**
 * Which tokens look like another that was there before them, by token. The first of a name has it; neither is judged.
 * @param all in the order of their creation
 */
export function imitations(all: readonly Named[]): ReadonlyMap<string, Imitation> {
  const symbols = new Map<string, Named>();
  const names = new Map<string, Named>();
  const found = new Map<string, Imitation>();
  for (const one of all) {
    const [symbol, name] = [skeletonOf(one.symbol), skeletonOf(one.name)];
    const [sameSymbol, sameName] = [symbols.get(symbol), names.get(name)];
    if (sameSymbol !== undefined) found.set(one.token, { of: sameSymbol, by: "symbol" });
    else if (sameName !== undefined) found.set(one.token, { of: sameName, by: "name" });
    if (sameSymbol === undefined) symbols.set(symbol, one);
    if (sameName === undefined) names.set(name, one);
  }
  return found;
}
