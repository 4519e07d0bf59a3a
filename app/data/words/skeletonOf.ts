/** Letters of other scripts, and signs, by the Latin letter that they look like in usual fonts (lower case). */
// prettier-ignore
const LOOKALIKES: Readonly<Record<string, string>> = {
  // Cyrillic
  а: "a", в: "b", е: "e", ё: "e", з: "3", к: "k", м: "m", н: "h", о: "o", р: "p", с: "c", т: "t", у: "y", х: "x",
  ѕ: "s", і: "l", ї: "l", ј: "j", ԁ: "d", ԛ: "q", ԝ: "w", һ: "h", ѵ: "v", ӏ: "l", г: "r", ь: "b", п: "n",
  // Greek
  α: "a", β: "b", γ: "y", ε: "e", ζ: "z", η: "n", ι: "l", κ: "k", μ: "m", ν: "v", ο: "o", ρ: "p", σ: "o", ς: "c",
  τ: "t", υ: "u", χ: "x", ω: "w",
  // Armenian, Cherokee and Lisu by their lower case where they have one
  ս: "u", օ: "o", հ: "h", ո: "n", ց: "g", ա: "w", ꭺ: "a", ꭼ: "e", ꮯ: "c", ꮪ: "s", ꮮ: "l", ꮋ: "h", ꮤ: "w",
  // Latin of other kinds
  ı: "l", ɑ: "a", ɡ: "g", ɩ: "l", ʟ: "l", ᴀ: "a", ʙ: "b", ᴄ: "c", ᴅ: "d", ᴇ: "e", ʜ: "h", ɪ: "l", ᴊ: "j", ᴋ: "k",
  ᴍ: "m", ɴ: "n", ᴏ: "o", ᴘ: "p", ʀ: "r", ꜱ: "s", ᴛ: "t", ᴜ: "u", ᴠ: "v", ᴡ: "w", ʏ: "y", ᴢ: "z", ł: "l", ø: "o",
  đ: "d", ħ: "h", ŧ: "t", æ: "ae", œ: "oe", ß: "b",
  // digits and signs
  "0": "o", "1": "l", i: "l", "|": "l", "!": "l", "5": "s", $: "s", "@": "a", "€": "e",
};

const SILENT = /[\p{M}\p{C}\p{Z}\p{P}\p{S}]/gu;

/** What a text looks like at a glance: two texts of the same skeleton are easily taken for one another. */
export function skeletonOf(text: string): string {
  const plain = [...text.normalize("NFKD").toLowerCase()].map((letter) => LOOKALIKES[letter] ?? letter).join("");
  const bare = plain.replace(SILENT, "").replaceAll("rn", "m").replaceAll("vv", "w");
  return bare === "" ? text.normalize("NFKC") : bare; // of nothing but signs: the signs themselves
}
