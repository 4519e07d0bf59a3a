import { leb } from "../binary/Writer.ts";
import { OP } from "../instructions/OP.ts";
import type { Names } from "./Names.ts";
import { globalGet, localGet, trapIfNegative } from "./snippets.ts";

/** What is exported in a function's place: calls it, and traps if the gas ran out on its last stretch. */
export function gateFunction({ gas }: Names, params: number, target: number): number[] {
  const operands = Array.from({ length: params }, (_, i) => localGet(i)).flat();
  return [0, ...operands, OP.call, ...leb(target), ...globalGet(gas), ...trapIfNegative([]), OP.end];
}
