import { site } from "./site.ts";
import { useLive } from "./useLive.ts";

/** What so much gas costs now, ether wei; undefined: not known. */
export function useNetworkCost(gas: bigint): bigint | undefined {
  const { data: price } = useLive("gas price", () => site().node.getGasPrice());
  return price && price * gas;
}
