/** The numbers of contracts/libraries/PriceOracle.sol. Logarithms are integers in units of 2^-40. */
export const TAU = 3_600n; // seconds, after which 63 % of a lasting price change has arrived
export const ONE = 2n ** 40n; // 1, in 2^-40
export const LN_2 = 762_123_384_786n; // ln(2), in 2^-40
export const WAD = 10n ** 18n; // 1, in 10^-18
export const LN_SHIFT = -69_457017215698427194n; // ln(1e18) - ln(2^160), wad
export const LN_Q128 = 47_276307437780177293n; // ln(2^128) - ln(1e18), wad
