export const IDENTICON_SIZE = 5; // cells a side

/** What an address looks like: its hue (degrees) and the cells that are filled, the same for everybody. */
export function identiconCells(address: string) {
  const digits = address.toLowerCase().slice(2);
  const hue = Number.parseInt(digits.slice(0, 4), 16) % 360;
  const cells = Array.from({ length: IDENTICON_SIZE * IDENTICON_SIZE }, (_, index) => {
    const [row, column] = [Math.floor(index / IDENTICON_SIZE), index % IDENTICON_SIZE];
    const mirrored = Math.min(column, IDENTICON_SIZE - 1 - column);
    return { row, column, isOn: Number.parseInt(digits[4 + row * 3 + mirrored] ?? "0", 16) % 2 === 1 };
  });
  return { hue, filled: cells.filter(({ isOn }) => isOn) };
}
