import { type Taking, withPermits } from "../permits/withPermits.ts";
import type { Abi, Arguments, At, EventArgs, EventName, FunctionName } from "./abi.ts";
import type { Datawell } from "./datawell.ts";
import { encode } from "./encode.ts";
import { eventIn } from "./eventIn.ts";
import { type Sent, sent } from "./sent.ts";
import { transact } from "./transact.ts";

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
  const calls = await withPermits(client, at.address, takings, encode(at, call, args));
  const receipt = await transact(client, { to: at.address, calls, value });
  return sent(receipt, eventIn(receipt, at, event));
}
