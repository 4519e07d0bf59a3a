import { leb } from "#sdk/meter/binary/Writer.ts";

/** Modules written byte by byte, for what no assembler would write. */
export const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

export const I32 = 0x7f;
export const I64 = 0x7e;
export const F32 = 0x7d;
export const F64 = 0x7c;

export const section = (id: number, ...content: readonly number[]): number[] => longSection(id, content);

/** For more content than a call can have arguments. */
export const longSection = (id: number, content: readonly number[]): number[] =>
  [id, ...leb(content.length)].concat(content);

export const file = (...sections: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([...HEADER, ...sections.flat()]);

interface FunctionParts {
  readonly params?: readonly number[];
  readonly results?: readonly number[];
  /** Runs of locals, how many and of which type. */
  readonly locals?: readonly (readonly [number, number])[];
  readonly body: readonly number[]; // without the last `end`
  /** Sections with a number between those of functions and exports. */
  readonly between?: readonly number[];
  /** Sections behind the code. */
  readonly behind?: readonly number[];
}

/** A module of one function, exported as "f". */
export function oneFunction({ params = [], results = [], locals = [], body, ...more }: FunctionParts) {
  const runs = locals.flatMap(([count, type]) => [...leb(count), type]);
  const code = [locals.length, ...runs].concat(body, 0x0b);
  return file(
    section(1, 1, 0x60, ...leb(params.length), ...params, ...leb(results.length), ...results),
    section(3, 1, 0),
    more.between ?? [],
    section(7, 1, 1, 0x66, 0, 0),
    longSection(10, [1, ...leb(code.length)].concat(code)),
    more.behind ?? [],
  );
}
