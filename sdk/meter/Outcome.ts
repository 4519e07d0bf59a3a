/** How a call ended. Everything but a return leaves an instance that must not be used again. */
export type Outcome =
  | { readonly kind: "returned"; readonly value: unknown; readonly gasLeft: bigint }
  /** The guest's own fault: division by zero, out of bounds, unreachable ... `gasLeft` as of the last call or entry. */
  | { readonly kind: "trapped"; readonly reason: string; readonly gasLeft: bigint }
  | { readonly kind: "outOfGas" }
  | { readonly kind: "stackExhausted"; readonly gasLeft: bigint }
  /** The machine had not the memory or stack that it owes to every guest: no statement about the program. */
  | { readonly kind: "hostFailed"; readonly reason: string };
