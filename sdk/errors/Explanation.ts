/** What happened, in a sentence with `{value|format}` places, and what to do about it. */
export type Explanation = readonly [message: string, remedy: string];

export type Explanations = Readonly<Record<string, Explanation>>;
