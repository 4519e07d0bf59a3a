/** What TypeScript can tell from an ABI given `as const`: arguments, results and events without generated code. */

export interface AbiParameter {
  readonly name?: string;
  readonly type: string;
  readonly components?: readonly AbiParameter[];
}

interface AbiEntry {
  readonly type: string;
  readonly name?: string;
  readonly inputs?: readonly AbiParameter[];
  readonly outputs?: readonly AbiParameter[];
}

export type Abi = readonly AbiEntry[];

/** A contract: where it is and what it understands. */
export interface At<A extends Abi> {
  readonly address: string;
  readonly abi: A;
}

/* ENTRIES */

type Entry<A extends Abi, T extends string> = Extract<A[number], { readonly type: T; readonly name: string }>;
type Named<A extends Abi, T extends string, N extends string> = Extract<Entry<A, T>, { readonly name: N }>;

export type FunctionName<A extends Abi> = Entry<A, "function">["name"];
export type EventName<A extends Abi> = Entry<A, "event">["name"];

/* VALUES: every integer that comes from the chain is a bigint, enumerations included */

type Inner<P extends AbiParameter, T extends string> = P extends {
  readonly components: infer C extends readonly AbiParameter[];
}
  ? { readonly type: T; readonly components: C }
  : { readonly type: T };

type Value<P extends AbiParameter> = P["type"] extends `${infer T}[]`
  ? readonly Value<Inner<P, T>>[]
  : P extends { readonly type: "tuple"; readonly components: infer C extends readonly AbiParameter[] }
    ? Struct<C>
    : P["type"] extends `uint${string}` | `int${string}`
      ? bigint
      : P["type"] extends "bool"
        ? boolean
        : string;

/** A struct as a plain object. */
export type Struct<C extends readonly AbiParameter[]> = {
  readonly [P in C[number] as P["name"] & string]: Value<P>;
};

type Argument<P extends AbiParameter> = P["type"] extends `${infer T}[]`
  ? readonly Argument<Inner<P, T>>[]
  : P extends { readonly type: "tuple"; readonly components: infer C extends readonly AbiParameter[] }
    ? { readonly [Q in C[number] as Q["name"] & string]: Argument<Q> }
    : P["type"] extends `uint${string}` | `int${string}`
      ? bigint | number
      : Value<P>;

type Values<C extends readonly AbiParameter[]> = { readonly [I in keyof C]: Value<C[I]> };

export type Arguments<A extends Abi, N extends FunctionName<A>> =
  Named<A, "function", N> extends {
    readonly inputs: infer C extends readonly AbiParameter[];
  }
    ? { readonly [I in keyof C]: Argument<C[I]> }
    : never;

/** One result by itself, several as a tuple. */
export type Output<A extends Abi, N extends FunctionName<A>> =
  Named<A, "function", N> extends {
    readonly outputs: infer C extends readonly AbiParameter[];
  }
    ? C extends readonly [infer P extends AbiParameter]
      ? Value<P>
      : Values<C>
    : never;

/** What an event carries, by name. */
export type EventArgs<A extends Abi, N extends EventName<A>> =
  Named<A, "event", N> extends {
    readonly inputs: infer C extends readonly AbiParameter[];
  }
    ? Struct<C>
    : never;
