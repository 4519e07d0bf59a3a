import { LIMITS_V1 } from "../LIMITS_V1.ts";
import { MeterError } from "../MeterError.ts";
import { type Reader, malformed, readByte, readName, readU32 } from "../binary/Reader.ts";
import { RESERVED_PREFIX } from "../exportNames.ts";
import type { Export, ExportKind } from "./Guest.ts";

export const EXPORT_KINDS: readonly ExportKind[] = ["function", "table", "memory", "global"];

/** Reads one export; names that could be taken for the meter's own are refused. */
export function readExport(reader: Reader): Export {
  const name = readName(reader, LIMITS_V1.nameBytes);
  if (name.startsWith(RESERVED_PREFIX)) {
    throw new MeterError("ReservedName", `The module exports "${name}"`, `Choose a name without "${RESERVED_PREFIX}"`);
  }
  const at = reader.at;
  const kind = EXPORT_KINDS[readByte(reader)];
  if (kind === undefined) throw malformed(at, `"${name}" is an export of no known kind`);
  return { name, kind, index: readU32(reader) };
}
