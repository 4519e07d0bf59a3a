/** Where the meter's own things stand, all behind the guest's. */
export interface Names {
  readonly gas: number; // globals
  readonly stack: number;
  readonly fault: number;
  readonly grow: number; // function
}
