/** A pair's liquidity by role rather than by address. */
export interface Reserves {
  readonly data: bigint; // Data Token wei
  readonly base: bigint; // ALITA wei
  readonly supply: bigint; // liquidity in existence, the locked minimum included
}
