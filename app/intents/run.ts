import type { Datawell } from "#sdk/chain/datawell.ts";
import { decodeError } from "#sdk/errors/decodeError.ts";
import { lookForHead } from "../chain/head.ts";
import { account, actor } from "../wallet/account.ts";
import { begin, change, dismiss } from "./steps.ts";

const LINGERS = 8_000; // milliseconds that good news stay

/** What came of an action; without a hash where a signature was all that it took. */
interface Outcome<T> {
  readonly result: T;
  readonly hash?: string;
}

export interface Wish<T> {
  readonly title: string; // "Buy 12 WTHR"
  readonly act: (client: Datawell) => Promise<Outcome<T>>;
  /** What came of it, in a sentence. */
  readonly tell?: (result: T) => string;
}

/**
 * Does what somebody wants and shows every step of it.
 * @returns what came of it, or undefined: the person said no, or it failed, and was told why
 */
export async function run<T>({ title, act, tell }: Wish<T>): Promise<T | undefined> {
  const id = begin(title, account.value?.address ?? "");
  try {
    const { result, hash } = await act(actor());
    await lookForHead();
    change(id, { stage: "done", ...(hash && { hash }), ...(tell && { outcome: tell(result) }) });
    setTimeout(() => dismiss(id), LINGERS);
    return result;
  } catch (fault) {
    const { name, message, remedy } = decodeError(fault);
    change(id, { stage: name === "Rejected" ? "rejected" : "failed", error: { message, remedy } });
    if (name === "Rejected") setTimeout(() => dismiss(id), LINGERS);
    return undefined;
  }
}
