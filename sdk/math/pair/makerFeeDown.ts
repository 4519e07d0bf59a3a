import { sqrtDown } from "../sqrtDown.ts";
import { sqrtUp } from "../sqrtUp.ts";
import { BPS } from "./constants.ts";

export interface Growth {
  readonly k: bigint; // product of the reserves now
  readonly kLast: bigint; // product up to which the fee is paid
  readonly share: bigint; // bps of the fees
}

/** Liquidity that the next join or exit mints to the maker: the twin of PairMath.makerFeeDown. */
export function makerFeeDown(supply: bigint, { k, kLast, share }: Growth): bigint {
  if (k <= kLast) return 0n;
  const root = sqrtDown(k);
  const rootLast = sqrtUp(kLast);
  if (root <= rootLast) return 0n;
  return (supply * (root - rootLast) * share) / (root * (BPS - share) + rootLast * share);
}
