/** What the codes of Solidity's Panic(uint256) mean. */
export const PANICS: Readonly<Record<number, string>> = {
  0x00: "a panic of the compiler's own",
  0x01: "a promise of the code did not hold",
  0x11: "a number overflowed or fell below zero",
  0x12: "a division by zero",
  0x21: "a value outside its enumeration",
  0x22: "a damaged byte array in storage",
  0x31: "an empty array has no last element",
  0x32: "an index outside its array",
  0x41: "too much memory was asked for",
  0x51: "a function that was never set",
};
