/** One measured figure of the off-chain half, as the benchmark prints it. */
export interface Figure {
  readonly name: string;
  readonly value: string; // with its unit
  readonly goal?: string;
  readonly met?: boolean;
}
