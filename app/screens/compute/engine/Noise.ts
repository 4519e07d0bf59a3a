/** What the noise does to each number that the program answers with. */
export interface Noise {
  /** One standard deviation of the sum over all providers, in the output's own whole numbers; 0: the sum is exact. */
  readonly deviation: number;
  readonly devices: number; // that this was reckoned for
}
