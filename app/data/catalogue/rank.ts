import type { Named } from "../words/imitations.ts";

const MOST_WORDS = 20;

/** Letters alone, in lower case and without accents: "Zürich" is found by "zurich". */
const fold = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** The words of a search. */
export const wordsOf = (search: string): readonly string[] =>
  fold(search.slice(0, 200)).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);

/** Those in which every word of the search occurs, in symbol, name or token; the best first, equals in their order. */
export function rank<T extends Named>(all: readonly T[], search: string): readonly T[] {
  const words = wordsOf(search);
  if (words.length === 0) return all;
  const rated = all.flatMap((one) => {
    const rating = rate(one, words);
    return rating === undefined ? [] : [{ one, rating }];
  });
  return rated.toSorted((a, b) => a.rating - b.rating).map(({ one }) => one);
}

/** How far from what was meant, 0 the nearest; undefined: a word does not occur. */
function rate({ token, name, symbol }: Named, words: readonly string[]): number | undefined {
  const [lowName, lowSymbol, lowToken] = [fold(name), fold(symbol), token.toLowerCase()];
  const whole = words.join(" ");
  if (whole === lowSymbol || whole === lowToken) return 0;
  if (whole === lowName) return 1;
  const distances = words.map((word) => {
    if (lowSymbol.startsWith(word)) return 2;
    if (lowName.startsWith(word)) return 3;
    if (lowName.includes(` ${word}`)) return 4;
    return [lowSymbol, lowName, lowToken].some((text) => text.includes(word)) ? 5 : Number.POSITIVE_INFINITY;
  });
  const furthest = Math.max(...distances);
  return Number.isFinite(furthest) ? furthest : undefined;
}
