const WAD = 10n ** 18n;

/** ALITA wei for a whole Data Token at these reserves, rounded down; 0 without any. */
export const priceOf = (reserveBase: bigint, reserveData: bigint): bigint =>
  reserveData === 0n ? 0n : (reserveBase * WAD) / reserveData;
