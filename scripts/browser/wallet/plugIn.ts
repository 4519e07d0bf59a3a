import type { Page } from "puppeteer-core";
import type { TestWallet } from "./createWallet.ts";
import type { Request } from "./Purse.ts";

/** Puts a wallet behind MetaMask's in-page provider, in every document that the page will open. */
export async function plugIn(page: Page, wallet: TestWallet, inpage: string): Promise<void> {
  const give = (message: unknown): void => {
    const script = `globalThis.walletReceive?.(${JSON.stringify(message)})`;
    page.evaluate(script).catch(() => {}); // whoever asked is gone: the page was left or closed
  };
  await page.exposeFunction("walletSend", async (text: string) => {
    const request = JSON.parse(text) as Request;
    give({ id: request.id, jsonrpc: "2.0", ...(await outcome(wallet, request)) });
  });
  wallet.tell = (notification) => give({ jsonrpc: "2.0", ...notification });
  await page.evaluateOnNewDocument(inpage);
}

async function outcome(wallet: TestWallet, request: Request): Promise<object> {
  try {
    return { result: (await wallet.handle(request)) ?? null };
  } catch (error) {
    const { code = -32603, message, data } = error as { code?: number; message: string; data?: unknown };
    return { error: { code, message, ...(data !== undefined && { data }) } };
  }
}
