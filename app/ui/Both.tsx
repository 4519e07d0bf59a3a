import { Money } from "./Money.tsx";
import type { Bound } from "./money.ts";

export interface BothProps {
  readonly base: bigint; // ALITA wei
  readonly data: bigint; // Data Token wei
  readonly symbol: string; // of the Data Token
  readonly at?: Bound;
}

/** What is in both of a market's tokens; a token of which there is nothing is left out. */
export const Both = ({ base, data, symbol, at }: BothProps) => (
  <>
    {(base > 0n || data === 0n) && <Money wei={base} of="ALITA" {...(at && { at })} />}
    {base > 0n && data > 0n && " + "}
    {data > 0n && <Money wei={data} of={symbol} {...(at && { at })} />}
  </>
);
