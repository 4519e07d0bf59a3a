/** Controls, what turns or hides its neighbours, private and unassigned code points, broken surrogates. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u2800\u3164\uFFA0]/gu;
const PILED_MARKS = /(\p{M}{2})\p{M}+/gu;
const REPLACEMENT = "\uFFFD";

/**
 * A stranger's text as one line that is safe beside ours: what is invisible becomes visible, spaces are plain, marks do
 * not pile up, and it ends after `most` characters.
 */
export function safeText(text: string, most = 120): string {
  const start = text.slice(0, most * 4); // nobody reads more, and the rest costs time
  const line = start.replace(/\s+/g, " ").replace(HIDDEN, REPLACEMENT).replace(PILED_MARKS, "$1").trim();
  const letters = [...line];
  return letters.length > most ? `${letters.slice(0, most).join("")}…` : line;
}

/** A stranger's text in paragraphs, each a safe line, `most` characters in all. */
export function safeLines(text: string, most = 5_000): readonly string[] {
  const lines = text.slice(0, most).split(/\r\n|[\n\r]/);
  return lines.map((line) => safeText(line, most)).filter((line) => line !== "");
}
