import { setTimeout as sleep } from "node:timers/promises";
import { isHiccup } from "./isHiccup.ts";

/** Asks again, a little later, for as long as it may be a hiccup, and at most so often. */
export async function tryAgain<T>(
  question: () => Promise<T>,
  { attempts, pause }: { readonly attempts: number; readonly pause: number },
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await question();
    } catch (error) {
      if (attempt === attempts || !isHiccup(error)) throw error;
    }
    await sleep(pause * 2 ** (attempt - 1));
  }
}
