/** A straight line from what is measured to where it is drawn. */
export function scale(from: readonly [number, number], to: readonly [number, number]): (value: number) => number {
  const [least, most] = from;
  const span = most - least || 1;
  return (value) => to[0] + ((value - least) / span) * (to[1] - to[0]);
}

/** The least and the most of some numbers, with a little air around them. */
export function extent(values: readonly number[], air = 0.05): readonly [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const margin = (most - least || Math.abs(most) || 1) * air;
  return [least - margin, most + margin];
}

/** Round values between two, a handful of them: 1, 2 or 5 times a power of ten apart. */
export function roundValues([least, most]: readonly [number, number]): readonly number[] {
  const rough = (most - least) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((times) => times * power >= rough) ?? 10);
  const first = Math.ceil(least / step);
  return Array.from({ length: Math.floor(most / step) - first + 1 }, (_, index) => (first + index) * step);
}
