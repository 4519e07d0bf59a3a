/** Something that the index tells otherwise than the chain. */
export interface Difference {
  readonly where: string;
  readonly found: string; // in the index
  readonly expected: string; // by the chain
}
