import type { TransactionReceipt } from "ethers";
import { DatawellError } from "../errors/DatawellError.ts";
import type { Abi, At, EventArgs, EventName } from "./abi.ts";
import { eventsIn } from "./eventsIn.ts";

/**
 * What the last such event of a contract in a receipt carries.
 * @throws DatawellError MissingEvent
 */
export function eventIn<A extends Abi, N extends EventName<A>>(
  receipt: TransactionReceipt,
  at: At<A>,
  name: N,
): EventArgs<A, N> {
  const found = eventsIn(receipt, at, name).at(-1);
  if (found === undefined) throw new DatawellError("MissingEvent", { event: name, hash: receipt.hash });
  return found;
}
