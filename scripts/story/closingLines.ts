import { styleText } from "node:util";
import type { Narrator } from "./narrator.ts";

/** How the story ended: every failed check by name, then the count. */
export function closingLines({ passed, failures }: Narrator): readonly string[] {
  const failed = failures().map((claim) => styleText("red", `FAILED: ${claim}`));
  const count = `${passed()} checks held, ${failed.length} failed`;
  return ["", ...failed, styleText(["bold", failed.length > 0 ? "red" : "green"], count)];
}
