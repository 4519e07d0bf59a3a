import { PAGE_BYTES, PAGES } from "./quickjs.ts";

/** Functions that the engine may import; the memory is `a` itself. */
const IMPORTS = "bcdefghijklmnopqrst";

export const QUICKJS_IMPORTS = [...IMPORTS, "a"].map((name) => ({ module: "a", name }));

const NO_SUCH_DEVICE = 52;
const NO_SEEKING = 70;

/**
 * Answers every import itself, so that nothing of the machine gets in: the environment is empty, the clock stands at
 * 0, there is nothing to write to, and memory grows by exactly what was asked for. `grown` is told the new pages.
 */
export function quickJsImports(memory: WebAssembly.Memory, grown: (pages: number) => void): WebAssembly.Imports {
  const refuse = () => {
    throw new Error("the engine asked for what a program has no use for");
  };
  const answers: Record<string, (...values: number[]) => unknown> = {
    d: () => NO_SUCH_DEVICE, // fd_close
    e: () => 0, // environ_get
    f: (count = 0, bytes = 0) => {
      const view = new DataView(memory.buffer); // environ_sizes_get
      view.setUint32(count, 0, true);
      view.setUint32(bytes, 0, true);
      return 0;
    },
    k: (bytes = 0) => Number(grow(memory, bytes >>> 0, grown)), // emscripten_resize_heap
    o: () => NO_SEEKING, // fd_seek
    p: () => 0, // emscripten_date_now
  };
  const functions = Object.fromEntries([...IMPORTS].map((name) => [name, answers[name] ?? refuse]));
  return { a: { ...functions, a: memory } };
}

function grow(memory: WebAssembly.Memory, bytes: number, grown: (pages: number) => void): boolean {
  const pages = Math.ceil(bytes / PAGE_BYTES) - memory.buffer.byteLength / PAGE_BYTES;
  if (pages <= 0) return true;
  if (memory.buffer.byteLength / PAGE_BYTES + pages > PAGES.maximum) return false;
  grown(pages);
  memory.grow(pages); // a machine that lacks it fails loudly: a program must not notice
  return true;
}
