const MAX_WORD = 40;

/** The words of a text as they are indexed and looked for: letters and digits, without case and accents. */
export const wordsOf = (text: string): readonly string[] =>
  (
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map((word) => word.slice(0, MAX_WORD));
