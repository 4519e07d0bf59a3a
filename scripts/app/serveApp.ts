import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { secureHeaders } from "hono/secure-headers";
import { freePort } from "../chain/freePort.ts";
import { APP_FOLDER } from "./buildApp.ts";
import { descriptors } from "../generate/descriptors/descriptors.ts";
import type { AppDeployment } from "./appDeployment.ts";
import { bindDescriptor } from "./bindDescriptor.ts";
import { tokenListOf } from "./tokenListOf.ts";

const HOST = "127.0.0.1";

export interface ServedApp {
  readonly url: string;
  readonly close: () => void;
}

/** Serves the page built into `root` for this machine, with what it must know of the chain beside it. */
export async function serveApp(deployment: AppDeployment, firstPort: number, root = APP_FOLDER): Promise<ServedApp> {
  const port = await freePort(HOST, firstPort);
  const policy = policyOf(readFileSync(join(root, "index.html"), "utf8"));
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header("content-security-policy", `${policy}; frame-ancestors 'none'`);
  });
  app.use(secureHeaders({ xFrameOptions: "DENY", crossOriginResourcePolicy: "same-origin" }));
  app.use(compress());
  app.get("/deployment.json", (context) => context.json(deployment));
  app.get("/tokenlist.json", async (context) => {
    context.header("access-control-allow-origin", "*"); // for wallets and exchanges, wherever they run
    context.header("cross-origin-resource-policy", "cross-origin");
    return context.json(await tokenListOf(deployment));
  });
  for (const [name, one] of Object.entries(descriptors())) {
    app.get(`/erc7730/${name}.json`, (context) => context.json(bindDescriptor(name, one, deployment)));
  }
  app.use(
    "/assets/*",
    serveStatic({
      root,
      onFound: (_, context) => void context.header("cache-control", "max-age=31536000, immutable"),
    }),
  );
  app.use("*", serveStatic({ root }));
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(port, HOST);
  await once(server, "listening");
  return { url: `http://${HOST}:${port}`, close: () => server.close() };
}

/** The policy that the page sets itself: as a header it holds for workers as well, and can say who may frame the page. */
const policyOf = (html: string): string =>
  /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1] ?? "";
