import { Discontinuity } from "./Discontinuity.ts";
import type { State } from "./State.ts";
import type { Row, Table } from "./Table.ts";

/**
 * A row that an event before this one must have made.
 * @throws Discontinuity
 */
export async function mustGet<T extends Table>(
  state: State,
  table: T,
  key: readonly (string | number)[],
): Promise<Row<T>> {
  const row = await state.get(table, key);
  if (row === undefined)
    throw new Discontinuity(`An event is about ${table.name} ${key.join(" ")}, of which none told`);
  return row;
}

/**
 * What an event tells of a total must be what the events before it add up to.
 * @throws Discontinuity
 */
export function mustEqual(what: string, told: bigint | number, counted: bigint | number): void {
  if (BigInt(told) !== BigInt(counted))
    throw new Discontinuity(`${what} is told as ${told}, but counted as ${counted}`);
}
