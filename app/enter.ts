import { followHead } from "./chain/head.ts";
import { enterSite } from "./chain/site.ts";
import { keepPendings } from "./intents/pendings.ts";
import { followRoutes, route } from "./route.ts";
import { loadScreen } from "./screens/index.ts";
import { applySettings } from "./settings.ts";
import { connectDemo, lastDemo } from "./wallet/demo.ts";
import { discoverWallets } from "./wallet/discovered.ts";
import { reconnect } from "./wallet/reconnect.ts";

/** All that happens once, before the first screen. */
export async function enter(): Promise<void> {
  applySettings();
  followRoutes();
  loadScreen(route.value.path[0]).catch(() => {}); // while the site opens; who shows it tells
  await enterSite();
  followHead();
  keepPendings();
  discoverWallets();
  const demo = lastDemo();
  if (demo !== undefined) void connectDemo(demo);
  else reconnect();
}
