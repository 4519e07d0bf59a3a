import type { TransactionReceipt } from "ethers";
import type { Abi, At, EventArgs, EventName } from "./abi.ts";
import { parseLog } from "./parseLog.ts";

/** What all events of that name of a contract in a receipt carry, in order. */
export function eventsIn<A extends Abi, N extends EventName<A>>(
  { logs }: Pick<TransactionReceipt, "logs">,
  { address, abi }: At<A>,
  name: N,
): readonly EventArgs<A, N>[] {
  const own = logs.filter((log) => log.address.toLowerCase() === address.toLowerCase());
  return own.flatMap((log) => {
    const found = parseLog(abi, log);
    return found?.name === name ? [found.args as EventArgs<A, N>] : [];
  });
}
