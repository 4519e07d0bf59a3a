/** What a card of the catalogue tells of a dataset beside its name. */
export interface CardFacts {
  readonly price: bigint; // ALITA wei for one Data Token
  readonly liquidity: bigint; // ALITA wei in the pair
  readonly quality: bigint | undefined; // mean of the live contributions, bps
  readonly providers: number;
  readonly rows: bigint;
  readonly volume: bigint; // ALITA wei traded in 24 hours
  readonly licencePrice: bigint | undefined; // ALITA wei a period; undefined: not on sale
}
