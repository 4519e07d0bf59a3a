import { Unknown } from "../../ui/Money.tsx";
import { percent } from "../../ui/money.ts";

export interface ShareAfterProps {
  readonly held: bigint | undefined; // liquidity tokens now
  readonly more: bigint; // liquidity tokens that come, negative: that go
  readonly supply: bigint | undefined; // in existence now
}

/** Which part of a market somebody has once a step is done. */
export function ShareAfter({ held = 0n, more, supply }: ShareAfterProps) {
  if (supply === undefined) return <Unknown />;
  const whole = supply + more;
  return <>{percent(whole === 0n ? 0n : ((held + more) * 10_000n) / whole)}</>;
}
