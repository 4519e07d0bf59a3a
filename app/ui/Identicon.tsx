const SIZE = 5;

export interface IdenticonProps {
  readonly of: string; // an address
  readonly size?: number; // pixels
}

/** A picture that follows from an address: the same for everybody, and unlike its neighbours'. */
export function Identicon({ of, size = 24 }: IdenticonProps) {
  const digits = of.toLowerCase().slice(2);
  const hue = Number.parseInt(digits.slice(0, 4), 16) % 360;
  const cells = Array.from({ length: SIZE * SIZE }, (_, index) => {
    const [row, column] = [Math.floor(index / SIZE), index % SIZE];
    const mirrored = Math.min(column, SIZE - 1 - column);
    return { row, column, isOn: Number.parseInt(digits[4 + row * 3 + mirrored] ?? "0", 16) % 2 === 1 };
  });
  return (
    <svg class="identicon" width={size} height={size} viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
      <rect width={SIZE} height={SIZE} fill={`hsl(${hue} 45% 88%)`} />
      {cells
        .filter(({ isOn }) => isOn)
        .map(({ row, column }) => (
          <rect key={`${row}.${column}`} x={column} y={row} width="1" height="1" fill={`hsl(${hue} 60% 38%)`} />
        ))}
    </svg>
  );
}
