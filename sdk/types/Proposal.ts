/** A licence offered to one buyer at a price of its own. */
export interface PriceProposal {
  readonly buyer: string; // the only one who may accept or reject
  readonly price: bigint; // ALITA wei
  readonly duration: bigint; // seconds of access
  readonly voteBudget: bigint; // ALITA wei shared by all voters, yes and no
  readonly expiry: bigint; // unix seconds, last moment to vote and accept, at most 30 days ahead
  readonly salt: string; // 32 bytes that make equal offers distinct
}

/** The terms of a pool that may still change, as the chain counts them. */
export const Parameter = { MinQuality: 0n, UnitPrice: 1n, Attesters: 2n } as const;

/** A change of one parameter. */
export interface ParameterProposal {
  readonly parameter: bigint; // Parameter
  readonly data: string; // the new value, see encodeParameter
  readonly voteBudget: bigint; // ALITA wei shared by all voters, yes and no
  readonly expiry: bigint; // unix seconds, last moment to vote and execute, at most 30 days ahead
  readonly salt: string; // 32 bytes that make equal proposals distinct
}
