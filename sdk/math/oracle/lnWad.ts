/** From 2^96 units to wad, with the logarithms that the reduction of the range set aside. */
const SCALE = 1677202110996718588342820967067443963516166n;
const LN_2 = 16597577552685614221487285958193947469193820559219878177908093499208371n;
const LN_BASE = 600920179829731861736702779321621459595472258049074101567377883020018308n;

const NUMERATOR = [
  3273285459638523848632254066296n,
  24828157081833163892658089445524n,
  43456485725739037958740375743393n,
] as const;
const DENOMINATOR = [
  71694874799317883764090561454958n,
  283447036172924575727196451306956n,
  401686690394027663651624208769553n,
  204048457590392012362485061816622n,
  31853899698501571402653359427138n,
  909429971244387300277376558375n,
] as const;

/**
 * ln(x) for a wad above zero, as wad: to the bit what solady's FixedPointMathLib.lnWad gives on chain (a rational
 * approximation by Remco Bloemen).
 */
export function lnWad(wad: bigint): bigint {
  const log2 = BigInt(wad.toString(2).length - 1);
  const x = (wad << (255n - log2)) >> 159n; // 1 to 2, in 2^96

  let p = NUMERATOR.reduce((value, term, index) => (index === 0 ? term + x : ((value * x) >> 96n) + term), 0n);
  p = ((p * x) >> 96n) - 11111509109440967052023855526967n;
  p = ((p * x) >> 96n) - 45023709667254063763336534515857n;
  p = ((p * x) >> 96n) - 14706773417378608786704636184526n;
  p = p * x - (795164235651350426258249787498n << 96n);
  const q = DENOMINATOR.reduce((value, term) => ((x * value) >> 96n) + term, 5573035233440673466300451813936n + x);

  return (SCALE * (p / q) + LN_2 * (log2 - 96n) + LN_BASE) >> 174n;
}
