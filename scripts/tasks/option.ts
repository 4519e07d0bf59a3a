/** An option of a command, by what its action gets: a truth value, a text, or perhaps nothing. */
export type Option =
  | { readonly kind: "flag"; readonly does: string }
  | { readonly kind: "required"; readonly does: string }
  | { readonly kind: "optional"; readonly does: string }
  | { readonly kind: "standard"; readonly does: string; readonly value: string };

type Of<K extends Option["kind"]> = Extract<Option, { readonly kind: K }>;

/** The kinds of option that give a value of type V. */
export type OptionFor<V> = [V] extends [boolean]
  ? Of<"flag">
  : undefined extends V
    ? Of<"optional">
    : Of<"required"> | Of<"standard">;

export const flag = (does: string): Of<"flag"> => ({ kind: "flag", does });

export const required = (does: string): Of<"required"> => ({ kind: "required", does });

export const optional = (does: string): Of<"optional"> => ({ kind: "optional", does });

/** An option with a value that most people want. */
export const standard = (value: string, does: string): Of<"standard"> => ({ kind: "standard", does, value });
