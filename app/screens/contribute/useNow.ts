import { useEffect, useState } from "preact/hooks";
import { head } from "../../chain/head.ts";

const PACE = 1_000; // milliseconds

const later = (): bigint => BigInt(Math.max(head.value?.timestamp ?? 0, Math.floor(Date.now() / 1_000)));

/** The later of the chain's clock and this device's, unix seconds, as it goes: an idle chain's clock stands still. */
export function useNow(): bigint {
  const [now, setNow] = useState(later);
  useEffect(() => {
    const timer = setInterval(() => setNow(later()), PACE);
    return () => clearInterval(timer);
  }, []);
  return now;
}
