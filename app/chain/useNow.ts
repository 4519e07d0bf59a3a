import { useEffect, useState } from "preact/hooks";
import { head } from "./head.ts";

const PACE = 1_000; // milliseconds

/** The later of the chain's clock and this device's, unix seconds: an idle chain's clock stands still. */
export const timeNow = (): bigint => BigInt(Math.max(head.value?.timestamp ?? 0, Math.floor(Date.now() / 1_000)));

/** The same, as it goes. */
export function useNow(): bigint {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), PACE);
    return () => clearInterval(timer);
  }, []);
  return timeNow();
}
