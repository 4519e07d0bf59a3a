import { fileURLToPath } from "node:url";
import { build } from "vite";

/** Where the static page ends up. */
export const APP_FOLDER = fileURLToPath(new URL("../../dist/app", import.meta.url));

/** Builds the static page; under a second. */
export async function buildApp(folder = APP_FOLDER): Promise<void> {
  const configFile = fileURLToPath(new URL("../../app/vite.config.ts", import.meta.url));
  await build({ configFile, logLevel: "error", build: { outDir: folder } });
}
