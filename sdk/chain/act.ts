import { transactTaking } from "../permits/transactTaking.ts";
import type { Taking } from "../permits/withPermits.ts";
import type { Abi, Arguments, At, EventArgs, EventName, FunctionName } from "./abi.ts";
import type { Datawell } from "./datawell.ts";
import { encode } from "./encode.ts";
import { eventIn } from "./eventIn.ts";
import { type Sent, sent } from "./sent.ts";

export interface Act<A extends Abi, N extends FunctionName<A>, E extends EventName<A>> {
  readonly call: N;
  readonly args: Arguments<A, N>;
  /** The event that says how it went. */
  readonly event: E;
  /** What the call takes of the user's tokens; the contract must have `multicall` and `selfPermit`. */
  readonly takings?: readonly Taking[];
  /** Ether wei. */
  readonly value?: bigint;
}

/** Sends one call of a contract, permits in front where it takes tokens, and answers with its event. */
export async function act<A extends Abi, N extends FunctionName<A>, E extends EventName<A>>(
  client: Datawell,
  at: At<A>,
  { call, args, event, takings = [], value }: Act<A, N, E>,
): Promise<Sent<EventArgs<A, E>>> {
  const receipt = await transactTaking(client, { to: at.address, takings, call: encode(at, call, args), value });
  return sent(receipt, eventIn(receipt, at, event));
}
