import { type Browser, launch } from "puppeteer-core";
import { findBrowser } from "./findBrowser.ts";

/** A browser that talks to nobody but the page. */
const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--force-color-profile=srgb",
  "--lang=en-GB",
];

export interface LaunchOptions {
  /** Folder of an unpacked extension. */
  readonly extension?: string;
  /** Whether a person shall see the browser, and use it. */
  readonly isShown?: boolean;
}

/**
 * Starts a browser with a profile of its own, which goes with it.
 * @throws Error where this machine has no browser
 */
export async function launchBrowser({ extension, isShown = false }: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error("No Chromium here: install it, or name one by CHROMIUM");
  const isRoot = process.getuid?.() === 0; // Chromium's sandbox does not work for root
  return launch({
    executablePath,
    headless: !isShown,
    args: isRoot ? [...QUIET, "--no-sandbox"] : QUIET,
    protocolTimeout: 120_000,
    ...(extension !== undefined && { enableExtensions: [extension], pipe: true }),
  });
}
