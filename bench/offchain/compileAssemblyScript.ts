import { main } from "assemblyscript/asc";

/** Compiles AssemblyScript as its users do for release. Throws what the compiler says. */
export async function compileAssemblyScript(source: string): Promise<Uint8Array<ArrayBuffer>> {
  const options = [
    "task.ts",
    "-O3",
    "--runtime",
    "stub",
    "--use",
    "abort=",
    "--exportStart",
    "start",
    "--outFile",
    "task.wasm",
  ];
  let binary: Uint8Array | undefined;
  const { error, stderr } = await main(options, {
    readFile: (name) => (name === "task.ts" ? source : null),
    writeFile: (name, content) => {
      if (name === "task.wasm" && typeof content !== "string") binary = content;
    },
    listFiles: () => [],
  });
  if (error !== null || binary === undefined) throw new Error(stderr.toString());
  return Uint8Array.from(binary);
}
