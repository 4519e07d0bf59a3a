import type { Kept } from "./Kept.ts";
import { readKept } from "./readKept.ts";

const KIND = "datawell contribution";

/** Which chain a backup belongs to. */
interface Chain {
  readonly chainId: string;
}

/** A contribution's secret as a file: whoever has it and the records can update them and let a device answer for them. */
export const backupOf = ({ chainId }: Chain, kept: Kept): string =>
  `${JSON.stringify({ kind: KIND, version: 1, chainId, ...kept }, undefined, 2)}\n`;

/**
 * Reads a backup.
 * @throws Error in a sentence, if it is none or of another chain
 */
export function readBackup({ chainId }: Chain, text: string): Kept {
  const found = parse(text) as Partial<Chain & { readonly kind: string; readonly version: number }> | null | undefined;
  const kept = readKept(found);
  if (found?.kind !== KIND || found.version !== 1 || kept === undefined) {
    throw new Error("This file is no backup of a contribution. Choose the one that this page wrote.");
  }
  if (found.chainId !== chainId) throw new Error(`This backup belongs to chain ${found.chainId}, not ${chainId}.`);
  return kept;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
