import { hexlify, randomBytes } from "ethers";
import { freshKey } from "./freshKey.ts";
import { type KeyFile, readKeyFile, type StoreKey, writeKeyFile } from "./keyFile.ts";
import { KeyFileError } from "./KeyFileError.ts";

/** The store's keys in memory. Another process may rotate them: what is not found is looked for in the file again. */
export interface KeyRing {
  readonly nonceSecret: string;
  /** The key with this id, if the file has it. */
  readonly find: (id: string) => StoreKey | undefined;
  /** The key that new records are sealed to. */
  readonly newest: () => StoreKey;
  readonly reload: () => void;
}

/**
 * Opens the keys in a file, and makes the file where there is none.
 * @throws KeyFileError
 */
export async function openKeyRing(path: string, createdAt: number): Promise<KeyRing> {
  let file = readKeyFile(path) ?? (await makeKeyFile(path, createdAt));
  const reload = () => {
    file = requireKeyFile(path);
  };
  const inMemory = (id: string) => file.keys.find((key) => key.id === id);
  return {
    nonceSecret: file.nonceSecret,
    find: (id) => {
      if (inMemory(id) === undefined) reload();
      return inMemory(id);
    },
    newest: () => file.keys.at(-1) as StoreKey,
    reload,
  };
}

/** @throws KeyFileError */
export function requireKeyFile(path: string): KeyFile {
  const file = readKeyFile(path);
  if (file !== undefined) return file;
  throw new KeyFileError(
    "KeysMissing",
    `There is no key file ${path}`,
    "Restore it from a copy: records need its keys",
  );
}

async function makeKeyFile(path: string, createdAt: number): Promise<KeyFile> {
  const file: KeyFile = { version: 1, nonceSecret: hexlify(randomBytes(32)), keys: [await freshKey(createdAt)] };
  writeKeyFile(path, file);
  return file;
}
