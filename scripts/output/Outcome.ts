/** A label and what is to be said of it. */
export type Fact = readonly [label: string, value: string];

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a command found or did: for people, and as data for programs. */
export interface Outcome {
  readonly title: string;
  readonly facts?: readonly Fact[];
  readonly table?: Table;
  readonly data: Readonly<Record<string, unknown>>; // amounts in token wei, times in unix seconds
}
