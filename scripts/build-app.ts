/** Builds the static page into `dist/app`: any host, any folder or IPFS serves it, with a `deployment.json` beside it. */
import { buildApp } from "./app/buildApp.ts";

await buildApp();
