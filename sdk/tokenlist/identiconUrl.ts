import { IDENTICON_SIZE, identiconCells } from "./identiconCells.ts";

/** The picture of an address as a `data:` address, for programs that ask for one. */
export function identiconUrl(address: string): string {
  const { hue, filled } = identiconCells(address);
  const cells = filled.map(({ row, column }) => `M${column} ${row}h1v1h-1z`).join("");
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${IDENTICON_SIZE} ${IDENTICON_SIZE}">` +
    `<path fill="hsl(${hue} 45% 88%)" d="M0 0h5v5H0z"/><path fill="hsl(${hue} 60% 38%)" d="${cells}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
