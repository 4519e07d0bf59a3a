/** Gas that loading a program may take: its top level, run once without rows. It is public and nobody is billed for it. */
export const LOAD_GAS = 1_000_000_000n;
