type Wire<T> = { readonly [K in keyof T]: T[K] extends bigint ? string : T[K] };

/** A row as it is sent: amounts as decimal strings. */
export const wire = <T extends object>(row: T): Wire<T> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? value.toString() : value]),
  ) as Wire<T>;

/** An empty text or 0 stands for nothing in the tables, null in answers. */
export const orNull = <T extends string | number>(value: T): T | null => (value === "" || value === 0 ? null : value);
