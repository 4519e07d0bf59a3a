import { sqrtDown } from "#sdk/math/sqrtDown.ts";

export interface BoundsParams {
  readonly supply: bigint; // Data Token wei
  readonly liquidityData: bigint;
  readonly liquidityBase: bigint; // ALITA wei
  readonly rewards: bigint; // Data Token wei set aside for providers; 0: rewards are in ALITA
}

/** What a Data Token costs at the launch, and how far that can fall. ALITA wei per Data Token wei, Q128, rounded down. */
export interface PriceBounds {
  readonly firstX128: bigint;
  /** While locked: every reward has been earned and sold. */
  readonly lockedX128: bigint;
  /** After the lock: every token there is has been sold. The contract's `floorPriceX128`. */
  readonly soldX128: bigint;
  /** After the lock: the maker has taken its liquidity before. The contract's `exitFloorPriceX128`. */
  readonly exitX128: bigint;
}

const LOCKED_FOREVER = 1_000n; // liquidity that the first deposit leaves behind, nobody's

/**
 * The bounds of a launch's price, as the contract reckons them once it is done: along k = data * ALITA, whoever sells
 * all of `n` tokens leaves a price of k / n^2. Trades, and liquidity of others, only raise them.
 */
export function priceBounds({ supply, liquidityData, liquidityBase, rewards }: BoundsParams): PriceBounds {
  const k = liquidityData * liquidityBase;
  const afterSelling = (tokens: bigint): bigint => (k << 128n) / tokens / tokens;
  const soldX128 = afterSelling(supply);
  const shares = sqrtDown(k);
  const left = shares < LOCKED_FOREVER ? shares : LOCKED_FOREVER;
  return {
    firstX128: (liquidityBase << 128n) / liquidityData,
    lockedX128: afterSelling(liquidityData + rewards),
    soldX128,
    exitX128: shares === 0n ? 0n : (((soldX128 * left) / shares) * left) / shares,
  };
}
