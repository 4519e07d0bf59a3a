const ZERO_BELOW = -41446531673892822313n;
const LN_2 = 54916777467707473351141471128n; // in 2^96
const SCALE = 3822833074963236453042738258902158003155416615667n;

/** q's terms after the leading one. */
const DENOMINATOR = [
  50020603652535783019961831881945n,
  -533845033583426703283633433725380n,
  3604857256930695427073651918091429n,
  -14423608567350463180887372962807573n,
  26449188498355588339934803723976023n,
] as const;

/**
 * e^x for a wad up to 135, as wad: to the bit what solady's FixedPointMathLib.expWad gives on chain (a rational
 * approximation by Remco Bloemen).
 */
export function expWad(wad: bigint): bigint {
  if (wad <= ZERO_BELOW) return 0n;
  const binary = (wad << 78n) / 5n ** 18n;
  const k = ((binary << 96n) / LN_2 + 2n ** 95n) >> 96n;
  const x = binary - k * LN_2;

  let y = x + 1346386616545796478920950773328n;
  y = ((y * x) >> 96n) + 57155421227552351082224309758442n;
  let p = y + x - 94201549194550492254356042504812n;
  p = ((p * y) >> 96n) + 28719021644029726153956944680412240n;
  p = p * x + (4385272521454847904659076985693276n << 96n);
  const q = DENOMINATOR.reduce((value, term) => ((value * x) >> 96n) + term, x - 2855989394907223263936484059900n);

  return ((p / q) * SCALE) >> (195n - k);
}
