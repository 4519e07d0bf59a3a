import { LIMITS_V1 } from "../LIMITS_V1.ts";
import { MeterError } from "../MeterError.ts";
import { type Reader, malformed, readByte, readCount, readPart, readU32, tooLarge } from "../binary/Reader.ts";
import type { Body, Export, FunctionType, Guest, Import, Limits, RawVector } from "./Guest.ts";
import { readExport } from "./readExport.ts";
import { readImport } from "./readImports.ts";
import { readMemory, readTable } from "./readLimits.ts";
import { readData, readElements, skipGlobal } from "./readSegments.ts";
import { readType } from "./readTypes.ts";
import { scanBody } from "./scanBody.ts";

/** "\0asm", version 1 */
const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

const CUSTOM = 0;
const START = 8;
const DATA_COUNT = 12;
const LAST = 12;

interface List<T> extends RawVector {
  readonly entries: readonly T[];
}

/** Takes a module apart; throws MeterError for what is not listed, too large or no module. Custom sections are left out. */
export function decodeGuest(bytes: Uint8Array): Guest {
  const sections = findSections(bytes);
  const list = <T>(id: number, read: (reader: Reader) => T, most: number, what: string): List<T> =>
    readList(sections.get(id), read, { most, what });

  const typeSection = list<FunctionType>(1, readType, LIMITS_V1.types, "types");
  const imports = list<Import>(2, readImport, LIMITS_V1.imports, "imports").entries;
  const defined = list<number>(3, readU32, LIMITS_V1.functions, "functions").entries;
  const tableSection = list<Limits>(4, readTable, LIMITS_V1.tables, "tables");
  const ownMemories = list<Limits>(5, readMemory, LIMITS_V1.imports, "memories").entries;
  const globalSection = list<void>(6, skipGlobal, LIMITS_V1.globals, "globals");
  const exports = list<Export>(7, readExport, LIMITS_V1.exports, "exports").entries;
  const elementSection = list<number>(9, readElements, LIMITS_V1.segments, "element segments");
  const bodies = list<Body>(10, scanBody, LIMITS_V1.functions, "function bodies").entries;
  const dataSection = list<number>(11, readData, LIMITS_V1.segments, "data segments");

  const importedFunctions = imports.map(({ type }) => type).filter((type) => typeof type === "number");
  const importedMemories = imports.map(({ type }) => type).filter((type) => typeof type !== "number");
  const memory = onlyMemory([...importedMemories, ...ownMemories]);
  checkTables(tableSection.entries);
  return {
    bytes,
    types: typeSection.entries,
    imports,
    functions: [...importedFunctions, ...defined],
    importedFunctions: importedFunctions.length,
    tables: tableSection.entries,
    memory,
    importsMemory: importedMemories.length > 0,
    exports,
    bodies,
    typeSection,
    tableSection,
    globalSection,
    elementSection,
    dataSection,
    dataCount: readDataCount(sections.get(DATA_COUNT)),
    elementEntries: elementSection.entries.reduce((sum, count) => sum + count, 0),
    dataBytes: dataSection.entries.reduce((sum, count) => sum + count, 0),
  };
}

function findSections(bytes: Uint8Array): Map<number, Reader> {
  if (bytes.length > LIMITS_V1.moduleBytes) throw tooLarge(`bytes: ${bytes.length}`, LIMITS_V1.moduleBytes);
  if (HEADER.some((byte, i) => bytes[i] !== byte)) throw malformed(0, "this is no WebAssembly module of version 1");
  const sections = new Map<number, Reader>();
  const reader: Reader = { bytes, at: HEADER.length, end: bytes.length };
  while (reader.at < reader.end) {
    const at = reader.at;
    const id = readByte(reader);
    const section = readPart(reader, readU32(reader));
    if (id === CUSTOM) continue;
    checkSection(id, at);
    if (sections.has(id)) throw malformed(at, `section ${id} comes twice`);
    sections.set(id, section);
  }
  return sections;
}

function checkSection(id: number, at: number): void {
  if (id === START) {
    const remedy = "Export the function and let the host call it";
    throw new MeterError("StartFunction", `Byte ${at}: a start function, which would run unmetered`, remedy);
  }
  if (id <= LAST) return;
  const remedy = "Compile without exceptions and other new features";
  throw new MeterError("UnsupportedSection", `Byte ${at}: a section of kind ${id}`, remedy);
}

function readList<T>(
  section: Reader | undefined,
  read: (reader: Reader) => T,
  { most, what }: { readonly most: number; readonly what: string },
): List<T> {
  if (section === undefined) return { entries: [], count: 0, bytes: new Uint8Array() };
  const count = readCount(section, most, what);
  const start = section.at;
  const entries: T[] = [];
  for (let i = 0; i < count; i++) entries.push(read(section));
  if (section.at !== section.end) throw malformed(section.at, `bytes are left behind the ${what}`);
  return { entries, count, bytes: section.bytes.subarray(start, section.end) };
}

function readDataCount(section: Reader | undefined): number | undefined {
  if (section === undefined) return undefined;
  const count = readU32(section);
  if (section.at !== section.end) throw malformed(section.at, "bytes are left behind the number of data segments");
  return count;
}

function onlyMemory(memories: readonly Limits[]): Limits | undefined {
  if (memories.length <= 1) return memories[0];
  const remedy = "Keep everything in one memory";
  throw new MeterError("ManyMemories", `The module has ${memories.length} memories`, remedy);
}

function checkTables(tables: readonly Limits[]): void {
  const entries = tables.reduce((sum, { least }) => sum + least, 0);
  if (entries > LIMITS_V1.tableEntries) throw tooLarge(`table entries: ${entries}`, LIMITS_V1.tableEntries);
}
