import type { Browser } from "puppeteer-core";
import { createUser, type User } from "./user/createUser.ts";
import { createWallet, type WalletOptions } from "./wallet/createWallet.ts";
import { plugIn } from "./wallet/plugIn.ts";

export interface Meeting {
  readonly browser: Browser;
  readonly inpage: string; // see bundleInpage
  readonly url: string; // of the app
  readonly wallet: WalletOptions;
  readonly hasWallet?: boolean; // by default there is one
  readonly width?: number; // pixels, of a phone below 600
  readonly height?: number;
  readonly theme?: "light" | "dark";
}

const PHONE = 600; // pixels below which a screen is one that is touched

/** Somebody new, with a profile and a wallet of their own, in front of a page that is still to be opened. */
export async function meetUser(meeting: Meeting): Promise<User> {
  const { browser, inpage, url, wallet: options, hasWallet = true, width = 1_280, height = 900, theme } = meeting;
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const isPhone = width < PHONE;
  await page.setViewport({ width, height, hasTouch: isPhone, isMobile: isPhone, deviceScaleFactor: 1 });
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: theme ?? "light" },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await page.evaluateOnNewDocument("globalThis.__name = (f) => f"); // tsx names functions by a helper of its own
  const wallet = createWallet(options);
  if (hasWallet) await plugIn(page, wallet, inpage);
  return createUser({ context, page, url, wallet });
}
