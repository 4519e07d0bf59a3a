/** Something that happened and names an account. Integers are bigints or decimal strings. */
export interface Happening {
  readonly contract: string; // its kind: "Pair", "DataPool" ...
  readonly name: string; // of the event
  readonly args: Readonly<Record<string, unknown>>;
  readonly token: string | undefined; // Data Token of the dataset
  readonly block: number;
  readonly logIndex: number;
  readonly time: number; // unix seconds
  readonly transactionHash: string;
}

/** What an account has to do with. */
export interface Concerns {
  readonly tokens: readonly string[]; // Data Tokens of datasets in which it has, or had, something
  readonly activity: readonly Happening[]; // newest first
}

/** Events that only tell what another event of the same transaction tells better. */
const SILENT = new Set(["Transfer", "Approval", "Sync"]);

/** Without what is told twice: a transfer counts where a transaction did nothing else. */
export function withoutEchoes(all: readonly Happening[]): readonly Happening[] {
  const loud = new Set(all.filter(({ name }) => !SILENT.has(name)).map(({ transactionHash }) => transactionHash));
  return all.filter(
    ({ name, transactionHash }) => !SILENT.has(name) || (name === "Transfer" && !loud.has(transactionHash)),
  );
}
