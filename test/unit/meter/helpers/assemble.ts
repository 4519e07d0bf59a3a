import binaryen from "binaryen";

/** The module that a text in WebAssembly's text format describes, as it stands: nothing is optimized. */
export function assemble(text: string): Uint8Array<ArrayBuffer> {
  const module = binaryen.parseText(text);
  try {
    return Uint8Array.from(module.emitBinary());
  } finally {
    module.dispose();
  }
}
