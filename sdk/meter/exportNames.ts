/** Guests export nothing that begins like this. */
export const RESERVED_PREFIX = "datawell:";

/** Mutable i64: the gas that is left. Negative means that it ran out. */
export const GAS_EXPORT = "datawell:gas";

/** Mutable i32: why the meter stopped the guest; see FAULTS. */
export const FAULT_EXPORT = "datawell:fault";

/** Values of the fault; 0 while there is none. Gas has none of its own: it is negative. */
export const FAULTS = { stackExhausted: 1, hostMemory: 2 } as const;
