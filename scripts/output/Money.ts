/** A token as people name and count it. */
export interface Money {
  readonly symbol: string;
  readonly decimals: number;
}

/** Every Data Token and every pair's liquidity token has 18 decimals. */
export const eighteen = (symbol: string): Money => ({ symbol, decimals: 18 });
