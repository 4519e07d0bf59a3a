import type { Report } from "./runCases.ts";

/** A report as one of the same module that is not metered would read. */
export const withoutGas = ({ endings, ...rest }: Report): Report => ({
  ...rest,
  endings: endings.map((ending) => ({ ...ending, gas: "" })),
});
