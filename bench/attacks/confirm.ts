/** A computed case came out otherwise on the contracts: the search says nothing then. */
export class NotConfirmed extends Error {
  constructor(what: string, computed: bigint, measured: bigint) {
    super(`${what}: computed ${computed}, on the contracts ${measured}`);
    this.name = "NotConfirmed";
  }
}

export function confirm(what: string, computed: bigint, measured: bigint): void {
  if (computed !== measured) throw new NotConfirmed(what, computed, measured);
}

/** The name of the error with which an action is refused, or undefined if it goes through. */
export async function refusalOf(action: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await action();
    return undefined;
  } catch (error) {
    return (error as Error).name;
  }
}

/** Sees to it that the contracts refuse something by this error. */
export async function confirmRefused(error: string, action: () => Promise<unknown>): Promise<void> {
  const refusal = await refusalOf(action);
  if (refusal !== error) throw new Error(`should be refused by ${error}, but: ${refusal ?? "went through"}`);
}
