import { dirname } from "node:path";
import { build } from "esbuild";
import { badInput } from "../input/badInput.ts";

/**
 * The one script that a TypeScript or JavaScript program is shipped as: types taken out, imports bundled in, nothing
 * else changed, so that it can be read. The same source gives the same bytes wherever it lies.
 */
export async function shipProgram(path: string, root = dirname(path)): Promise<Uint8Array> {
  try {
    const { outputFiles } = await build({
      entryPoints: [path],
      absWorkingDir: root,
      bundle: true,
      format: "esm",
      platform: "neutral",
      target: "es2022",
      charset: "utf8",
      legalComments: "none",
      logLevel: "silent",
      treeShaking: true,
      write: false,
    });
    return (outputFiles[0] as { readonly contents: Uint8Array }).contents;
  } catch (cause) {
    throw badInput(
      `${path} cannot be made a program: ${String(cause instanceof Error ? cause.message : cause)}`,
      "Correct it",
    );
  }
}
