/** How many tests of a run passed and failed; what was skipped is neither. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export const NOTHING_RAN: Tally = { passed: 0, failed: 0 };

export const add = (a: Tally, b: Tally): Tally => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });

/** The line that closes a run. */
export const closingLine = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`;

/** A run without a single test proves nothing, so it fails as well. */
export const isGreen = ({ passed, failed }: Tally): boolean => failed === 0 && passed > 0;
