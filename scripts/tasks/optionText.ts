/** An option as it is typed: "dryRun" is "--dry-run". */
export const optionText = (name: string): string =>
  `--${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`;
