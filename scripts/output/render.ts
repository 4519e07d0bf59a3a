import { styleText } from "node:util";
import { align } from "./align.ts";
import type { Outcome } from "./Outcome.ts";

/** An outcome as text for people. */
export function render({ title, facts = [], table }: Outcome): string {
  const width = Math.max(0, ...facts.map(([label]) => label.length));
  const lines = [
    styleText("bold", title),
    ...facts.map(([label, value]) => `  ${styleText("dim", label.padEnd(width))}  ${value}`),
  ];
  if (table !== undefined && table.rows.length > 0) {
    const [head = "", ...rows] = align(table.rows, table.head);
    lines.push(`  ${styleText("dim", head)}`, ...rows.map((row) => `  ${row}`));
  }
  return lines.join("\n");
}
