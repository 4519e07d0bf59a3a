import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { badInput } from "../input/badInput.ts";

/** Asks at the terminal, which does not show what is typed. */
export async function askPassword(keystore: string): Promise<string> {
  if (!process.stdin.isTTY) {
    throw badInput(`${keystore} needs a password, and nobody is at a terminal`, "Name a file with --password-file");
  }
  process.stderr.write(`Password of ${keystore}: `);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await reader.question("");
  } finally {
    reader.close();
    process.stderr.write("\n");
  }
}
