/** Liquidity that came or went; amounts in token wei. */
export interface Deposit {
  readonly change: "add" | "remove";
  readonly data: bigint;
  readonly base: bigint;
  readonly liquidity: bigint;
}
