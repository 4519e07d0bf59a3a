import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { syncFolder } from "../../shared/disk/index.ts";
import { KeyFileError } from "./KeyFileError.ts";

const hex32 = z.string().regex(/^0x[0-9a-f]{64}$/);

const keyFileSchema = z.strictObject({
  version: z.literal(1),
  nonceSecret: hex32,
  keys: z
    .array(z.strictObject({ id: z.string(), publicKey: hex32, privateKey: hex32, createdAt: z.int() }))
    .min(1)
    .max(10),
});

/** The store's secrets, the newest key last. */
export type KeyFile = z.infer<typeof keyFileSchema>;

export type StoreKey = KeyFile["keys"][number];

/**
 * Reads a key file; undefined if there is none.
 * @throws KeyFileError Unreadable, Exposed, Corrupt
 */
export function readKeyFile(path: string): KeyFile | undefined {
  const text = readPrivately(path);
  if (text === undefined) return undefined;
  const parsed = keyFileSchema.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  throw new KeyFileError("Corrupt", `The key file ${path} is damaged`, "Restore it from a copy: records need its keys");
}

/**
 * Writes a key file in one step: after a crash there is the old one or the new one, whole.
 * @throws KeyFileError Unwritable
 */
export function writeKeyFile(path: string, file: KeyFile): void {
  const draft = `${path}.${process.pid}.new`;
  try {
    writeThrough(draft, `${JSON.stringify(file, undefined, 2)}\n`);
    renameSync(draft, path);
    syncFolder(dirname(path));
  } catch (cause) {
    rmSync(draft, { force: true });
    const remedy = "Make room on the disk, or check the rights of its folder";
    throw new KeyFileError("Unwritable", `The key file ${path} cannot be written`, remedy, { cause });
  }
}

function readPrivately(path: string): string | undefined {
  try {
    const others = process.platform === "win32" ? 0 : statSync(path).mode & 0o077;
    if (others === 0) return readFileSync(path, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new KeyFileError("Unreadable", `The key file ${path} cannot be read`, "Check its rights", { cause });
  }
  throw new KeyFileError("Exposed", `Others can read the key file ${path}`, `Run: chmod 600 ${path}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function writeThrough(path: string, text: string): void {
  const file = openSync(path, "w", 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
