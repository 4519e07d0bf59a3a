import { FAULTS } from "../exportNames.ts";
import { LIMITS_V1 } from "../LIMITS_V1.ts";
import { AMOUNT_PRICES_V1 } from "../PRICE_TABLE_V1.ts";
import { OP } from "../instructions/OP.ts";
import type { Limits } from "../module/Guest.ts";
import type { Names } from "./Names.ts";
import {
  EMPTY_BLOCK,
  globalGet,
  globalSet,
  i32Const,
  i64Const,
  localGet,
  localTee,
  trapIfNegative,
  trapWith,
} from "./snippets.ts";

const PAGES = 0; // the parameter
const ANSWER = 1;
const ONE_I32_LOCAL = [1, 1, 0x7f];

/** The pages that a memory can reach. */
export function mostPages({ most }: Limits): number {
  return Math.min(most ?? LIMITS_V1.memoryPages, LIMITS_V1.memoryPages);
}

/**
 * What stands for memory.grow: -1 beyond the limit, which costs nothing more; else charges the pages and grows. An engine
 * that has not got them stops the guest, which must not see the difference.
 */
export function growFunction({ gas, fault }: Names, memory: Limits): number[] {
  const [pages, answer] = [localGet(PAGES), localGet(ANSWER)];
  const price = [...pages, OP.i64ExtendI32U, ...i64Const(AMOUNT_PRICES_V1.page), OP.i64Mul];
  const room = [...i32Const(mostPages(memory)), OP.memorySize, 0, OP.i32Sub];
  const refuse = [...pages, ...room, OP.i32GtU, OP.if, EMPTY_BLOCK, ...i32Const(-1), OP.return, OP.end];
  const pay = [...globalGet(gas), ...price, OP.i64Sub, ...globalSet(gas), ...globalGet(gas), ...trapIfNegative([])];
  const grow = [...pages, OP.memoryGrow, 0, ...localTee(ANSWER), ...i32Const(-1), OP.i32Eq];
  return [...ONE_I32_LOCAL, ...refuse, ...pay, ...grow, ...trapWith(fault, FAULTS.hostMemory), ...answer, OP.end];
}
