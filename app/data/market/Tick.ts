/** Where a market stood after something happened in it. */
export interface Tick {
  readonly time: number; // unix seconds
  readonly price: number; // ALITA for one Data Token
  readonly liquidity: number; // ALITA in the pair
  readonly volume: number; // ALITA that changed hands by it; 0: nobody traded
}
