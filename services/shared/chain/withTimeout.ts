import { ChainError } from "./ChainError.ts";

/**
 * What a promise gives, if it gives it within so many milliseconds.
 * @throws ChainError TimedOut
 */
export async function withTimeout<T>(promise: Promise<T>, milliseconds: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new ChainError("TimedOut", `The node did not answer ${what} within ${milliseconds} ms`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
