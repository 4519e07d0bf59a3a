import { readFileSync } from "node:fs";
import { badInput } from "./badInput.ts";

/** The text of a file that the user named. */
export function readText(path: string, option: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw badInput(`--${option} names ${path}, which cannot be read`, "Check the path");
  }
}
