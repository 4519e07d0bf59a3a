/** A place that no test can reach, and why. */
export interface Exception {
  readonly file: string;
  /** As in the report. */
  readonly text: string;
  readonly reason: string;
}

export const EXCEPTIONS: readonly Exception[] = [];
