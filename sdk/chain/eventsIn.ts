import type { TransactionReceipt } from "ethers";
import type { Abi, At, EventArgs, EventName } from "./abi.ts";
import { interfaceOf } from "./interfaceOf.ts";
import { plainObject } from "./plain.ts";

/** What all events of that name of a contract in a receipt carry, in order. */
export function eventsIn<A extends Abi, N extends EventName<A>>(
  { logs }: Pick<TransactionReceipt, "logs">,
  { address, abi }: At<A>,
  name: N,
): readonly EventArgs<A, N>[] {
  const coder = interfaceOf(abi);
  const own = logs.filter((log) => log.address.toLowerCase() === address.toLowerCase());
  return own.flatMap((log) => {
    const found = coder.parseLog(log);
    return found?.name === name ? [plainObject(found.fragment.inputs, found.args) as EventArgs<A, N>] : [];
  });
}
