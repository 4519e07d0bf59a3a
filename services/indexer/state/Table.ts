/** What a column holds: in the program, and as it is stored. Amounts are decimal text, for they pass 64 bits. */
interface Values {
  readonly text: string;
  readonly amount: bigint;
  readonly integer: number;
  readonly boolean: boolean;
  readonly real: number; // a rank to sort by, never an amount
}

export type Columns = Readonly<Record<string, keyof Values>>;

/**
 * A table of the index. An entity's row changes as events come; before it does, its image is kept, so that the change
 * can be undone. A fact's row says what happened in one block, for ever, and is undone with it.
 */
export interface Table<C extends Columns = Columns> {
  readonly name: string;
  readonly kind: "entity" | "fact";
  readonly columns: C;
  readonly key: readonly string[];
  readonly indexes: readonly (readonly string[])[];
}

export type Row<T extends Table> = { readonly [K in keyof T["columns"]]: Values[T["columns"][K]] };

/** Any row, when the table is known only as it runs. */
export type AnyRow = Readonly<Record<string, string | number | bigint | boolean>>;

type Rest<C extends Columns> = {
  readonly key: readonly (keyof C & string)[];
  readonly indexes?: readonly (readonly (keyof C & string)[])[];
};

/** Declares a table whose rows change. */
export const entity = <const C extends Columns>(
  name: string,
  columns: C,
  { key, indexes = [] }: Rest<C>,
): Table<C> => ({ name, kind: "entity", columns, key, indexes });

const PLACE = { block: "integer", logIndex: "integer", time: "integer" } as const;

type Placed<C extends Columns> = C & typeof PLACE;

/** Declares a table whose rows stand where an event stands; `key` tells those of one event apart. */
export const fact = <const C extends Columns>(
  name: string,
  columns: C,
  { key = [], indexes = [] }: Partial<Rest<Placed<C>>> = {},
): Table<Placed<C>> => ({
  name,
  kind: "fact",
  columns: { ...columns, ...PLACE },
  key: ["block", "logIndex", ...key],
  indexes,
});
