import { leb, signedLeb } from "../binary/Writer.ts";
import type { FunctionType } from "../module/Guest.ts";
import { EMPTY_BLOCK } from "./snippets.ts";

const FUNCTION = 0x60;

/** The guest's function types, and those that the meter needs beside. */
export interface TypeList {
  readonly indexOf: (type: FunctionType) => number;
  /** The type, as it is written, of a block without parameters. */
  readonly blockOf: (results: readonly number[]) => readonly number[];
  readonly added: () => readonly number[][];
}

/** Begins with the guest's types; each that is asked for beyond them is added once. */
export function createTypeList(guest: readonly FunctionType[]): TypeList {
  const indices = new Map(guest.map((type, i) => [keyOf(type), i]));
  const added: number[][] = [];

  const indexOf = (type: FunctionType): number => {
    const known = indices.get(keyOf(type));
    if (known !== undefined) return known;
    const index = guest.length + added.push(encodeType(type)) - 1;
    indices.set(keyOf(type), index);
    return index;
  };

  const blockOf = (results: readonly number[]): readonly number[] => {
    if (results.length === 0) return [EMPTY_BLOCK];
    return results.length === 1 ? results : signedLeb(indexOf({ params: [], results }));
  };

  return { indexOf, blockOf, added: () => added };
}

function keyOf({ params, results }: FunctionType): string {
  return `${params.join()}>${results.join()}`;
}

function encodeType({ params, results }: FunctionType): number[] {
  return [FUNCTION, ...leb(params.length), ...params, ...leb(results.length), ...results];
}
