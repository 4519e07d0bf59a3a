import { type MeterOptions, type Outcome, instantiateMetered, meter } from "#sdk/meter/index.ts";

export const PLENTY = 10n ** 12n;

/** How the function `f` of a module ends, metered. */
export function run(
  raw: Uint8Array,
  args: readonly (number | bigint)[] = [],
  gas: bigint = PLENTY,
  options: MeterOptions & { readonly imports?: WebAssembly.Imports } = {},
): Outcome {
  return instantiateMetered(meter(raw, options), { gas, imports: options.imports }).call("f", ...args);
}

/** Gas that a call of `f` takes, which has to return; of the call alone or with the instantiation. */
export function gasOf(raw: Uint8Array, args: readonly (number | bigint)[] = [], options: MeterOptions = {}): bigint {
  const outcome = run(raw, args, PLENTY, options);
  if (outcome.kind !== "returned") throw new Error(`it ended otherwise: ${outcome.kind}`);
  return PLENTY - outcome.gasLeft;
}
