import { INSTRUCTIONS } from "./instructions/INSTRUCTIONS.ts";

/** Gas of one compute unit, in which jobs are billed. */
export const GAS_PER_UNIT = 1_000_000n;

/** What costs by its amount, in gas. */
export const AMOUNT_PRICES_V1 = Object.freeze({
  /** a declared local, each time its function is entered: it is set to zero */
  local: 1,
  /** 8 bytes copied or filled by memory.copy, memory.fill, memory.init and at instantiation, rounded down */
  eightBytes: 1,
  /** an entry copied by table.copy, table.init and at instantiation, or of a table at instantiation */
  tableEntry: 1,
  /** a page of memory, at instantiation and by a memory.grow that succeeds: 64 KiB at the price of filling them */
  page: 8_192,
});

/** Gas of each instruction. Frozen: a change of any price is a new version. */
export const PRICE_TABLE_V1: Readonly<Record<string, number>> = Object.freeze(
  Object.fromEntries([...INSTRUCTIONS.values()].map(({ name, price }) => [name, price])),
);
