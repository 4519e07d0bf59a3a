const HEADER = 8;
const START = 8;

/**
 * A module without its start section. That of QuickJS writes zeros over its static variables, where a memory that is
 * new or just wiped holds nothing else, and the meter takes no module that runs by itself.
 */
export function withoutStart(module: Uint8Array): Uint8Array {
  const kept = [module.subarray(0, HEADER)];
  for (let at = HEADER; at < module.length;) {
    const { size, head } = sectionAt(module, at);
    if (module[at] !== START) kept.push(module.subarray(at, at + head + size));
    at += head + size;
  }
  const whole = new Uint8Array(kept.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of kept) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}

/** Size of a section's content, a LEB128 number after its one byte of kind, and of what stands before the content. */
function sectionAt(module: Uint8Array, at: number): { readonly size: number; readonly head: number } {
  let size = 0;
  for (let read = 0; ; read++) {
    const byte = module[at + 1 + read] as number;
    size += (byte & 0x7f) * 2 ** (7 * read);
    if (byte < 0x80) return { size, head: read + 2 };
  }
}
