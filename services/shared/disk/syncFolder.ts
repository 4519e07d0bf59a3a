import { closeSync, fsyncSync, openSync } from "node:fs";

/** Returns when the disk has the names in a folder: a new file may be forgotten with its name. */
export function syncFolder(path: string): void {
  if (process.platform === "win32") return; // opens no folders
  const folder = openSync(path, "r");
  fsyncSync(folder);
  closeSync(folder);
}
