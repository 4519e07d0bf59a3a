import type { Abi, Arguments, At, FunctionName } from "./abi.ts";
import { interfaceOf } from "./interfaceOf.ts";

/** Calldata of a call. */
export const encode = <A extends Abi, N extends FunctionName<A>>(
  { abi }: At<A>,
  name: N,
  args: Arguments<A, N>,
): string => interfaceOf(abi, name).encodeFunctionData(name, args as readonly unknown[]);
