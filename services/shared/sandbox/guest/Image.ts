const PAGE = 4096;

/** A memory as it stood at one moment: the pages that hold anything. */
export interface Image {
  readonly bytes: number; // of the whole memory
  readonly pages: readonly { readonly at: number; readonly bytes: Uint8Array }[];
}

/** Copies what a memory holds. */
export function takeImage(memory: WebAssembly.Memory): Image {
  const all = new Uint8Array(memory.buffer);
  const words = new Uint32Array(memory.buffer);
  const pages = [];
  for (let at = 0; at < all.length; at += PAGE) {
    if (holds(words, at / 4, (at + PAGE) / 4)) pages.push({ at, bytes: all.slice(at, at + PAGE) });
  }
  return { bytes: all.length, pages };
}

function holds(words: Uint32Array, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (words[index] !== 0) return true;
  return false;
}

/** Makes a memory hold what the image holds and nothing else, growing it to the image's size. */
export function restoreImage(memory: WebAssembly.Memory, image: Image): void {
  if (memory.buffer.byteLength < image.bytes) memory.grow((image.bytes - memory.buffer.byteLength) / 65_536);
  const all = new Uint8Array(memory.buffer);
  all.fill(0);
  for (const { at, bytes } of image.pages) all.set(bytes, at);
}
