import type { Datawell } from "#sdk/chain/datawell.ts";
import { decodeError } from "#sdk/errors/decodeError.ts";
import { lookForHead } from "../chain/head.ts";
import { account, actor } from "../wallet/account.ts";
import { follow } from "./follow.ts";
import { isSent } from "./Intent.ts";
import { begin, change, dismiss, intentOf } from "./steps.ts";

const LINGERS = 8_000; // milliseconds that good news stay

/** Faults that say nothing of what became of a transaction. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(["Unreachable", "Unknown"]);

/** What came of an action; without a hash where a signature was all that it took. */
interface Outcome<T> {
  readonly result: T;
  readonly hash?: string;
}

export interface Wish<T> {
  readonly title: string; // "Buy 12 WTHR"
  readonly act: (client: Datawell, intent: number) => Promise<Outcome<T>>;
  /** What came of it, in a sentence. */
  readonly tell?: (result: T) => string;
  /** It came to nothing, and nothing was sent. */
  readonly onUnsent?: () => void;
}

/**
 * Does what somebody wants and shows every step of it.
 * @returns what came of it, or undefined: the person said no, or it failed, or it was sent and then nobody could say what
 * became of it, which is told when somebody can
 */
export async function run<T>({ title, act, tell, onUnsent }: Wish<T>): Promise<T | undefined> {
  const id = begin(title, account.value?.address ?? "");
  try {
    const { result, hash } = await act(actor(id), id);
    await lookForHead();
    change(id, { stage: "done", ...(hash && { hash }), ...(tell && { outcome: tell(result) }) });
    setTimeout(() => dismiss(id), LINGERS);
    return result;
  } catch (fault) {
    end(id, fault);
    const intent = intentOf(id);
    if (intent === undefined || !isSent(intent)) onUnsent?.();
    return undefined;
  }
}

/** Tells how it ended; what was sent has not ended because somebody did not answer. */
function end(id: number, fault: unknown): void {
  const { name, message, remedy } = decodeError(fault);
  const intent = intentOf(id);
  if (intent !== undefined && isSent(intent) && SAYS_NOTHING.has(name)) return follow(intent);
  change(id, { stage: name === "Rejected" ? "rejected" : "failed", error: { message, remedy } });
  if (name === "Rejected") setTimeout(() => dismiss(id), LINGERS);
}
