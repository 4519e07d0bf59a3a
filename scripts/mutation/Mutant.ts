/** One small fault that a test should notice. */
export interface Mutant {
  /** Its number within the file, from 1. */
  readonly id: number;
  readonly file: string;
  readonly line: number;
  readonly operator: string;
  readonly original: string;
  readonly mutated: string;
  /** Names it from one version of the file to the next: no line number in it. */
  readonly key: string;
}

/** Survived: no test failed. Uncovered: no test even came by. */
export type Fate = "killed" | "survived" | "uncovered";

export interface Verdict {
  readonly key: string;
  readonly fate: Fate;
  /** The test that failed. */
  readonly by?: string;
}
