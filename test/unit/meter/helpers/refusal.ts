import { type MeterErrorCode, type MeterOptions, MeterError, meter } from "#sdk/meter/index.ts";

/** The code with which a module is refused; undefined if it is not. Any other error is thrown on. */
export function refusal(module: Uint8Array, options: MeterOptions = {}): MeterErrorCode | undefined {
  try {
    meter(module, options);
    return undefined;
  } catch (error) {
    if (error instanceof MeterError) return error.code;
    throw error;
  }
}
