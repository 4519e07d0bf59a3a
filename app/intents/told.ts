import { plainFault } from "./plainFault.ts";

/** Does something with a task, a round, a coordinator or a store, and fails in words that a toast can show. */
export async function told<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (fault) {
    throw plainFault(fault);
  }
}
