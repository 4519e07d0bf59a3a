import { IDENTICON_SIZE, identiconCells } from "#sdk/tokenlist/identiconCells.ts";

export interface IdenticonProps {
  readonly of: string; // an address
  readonly size?: number; // pixels
}

/** A picture that follows from an address: the same for everybody, and unlike its neighbours'. */
export function Identicon({ of, size = 24 }: IdenticonProps) {
  const { hue, filled } = identiconCells(of);
  return (
    <svg
      class="identicon"
      width={size}
      height={size}
      viewBox={`0 0 ${IDENTICON_SIZE} ${IDENTICON_SIZE}`}
      aria-hidden="true"
    >
      <rect width={IDENTICON_SIZE} height={IDENTICON_SIZE} fill={`hsl(${hue} 45% 88%)`} />
      {filled.map(({ row, column }) => (
        <rect key={`${row}.${column}`} x={column} y={row} width="1" height="1" fill={`hsl(${hue} 60% 38%)`} />
      ))}
    </svg>
  );
}
