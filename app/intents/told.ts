import { plainFault } from "./plainFault.ts";

/** Does something with a task, a round or a coordinator, and fails in words that a toast can show. */
export async function told<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (fault) {
    throw plainFault(fault);
  }
}
