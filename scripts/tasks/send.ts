import type { Sent } from "#sdk/chain/sent.ts";
import type { Fact, Outcome } from "../output/Outcome.ts";
import { DryRun } from "./DryRun.ts";

/** Something to send: what is known before, and what to tell when it is done. */
export interface Sending<T> {
  readonly intent: string; // follows "Would": "stake 5 WTHR"
  readonly facts?: readonly Fact[];
  readonly quote?: object; // what was computed before sending, for --json
  readonly act: () => Promise<Sent<T>>;
  readonly tell: (result: T) => Pick<Outcome, "title" | "facts">;
}

/** Sends it and tells the result; with --dry-run tells what would have been sent. */
export async function send<T>({ intent, facts = [], quote, act, tell }: Sending<T>): Promise<Outcome> {
  const quoted = quote === undefined ? {} : { quote };
  try {
    const { hash, receipt, result } = await act();
    const told = tell(result);
    return {
      title: told.title,
      facts: [...(told.facts ?? []), ["transaction", hash], ["gas used", receipt.gasUsed.toString()]],
      data: { hash, block: receipt.blockNumber, gasUsed: receipt.gasUsed, ...quoted, result },
    };
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
    const { to, gas } = error.unsent;
    return {
      title: `Would ${intent}; nothing was sent`,
      facts: [...facts, ["to", to], ["gas", `about ${gas}`]],
      data: { dryRun: true, ...quoted, ...error.unsent },
    };
  }
}
