import { initializeProvider } from "@metamask/providers";
import { Duplex } from "./streams.ts";

/** What the page and the wallet outside it have in common. */
declare global {
  interface Window {
    /** Hands a message to the wallet. */
    walletSend(message: string): Promise<void>;
    /** Takes a message of the wallet. */
    walletReceive(message: unknown): void;
  }
}

const connectionStream = new Duplex({
  read: () => {},
  write: (message, _, done) => {
    void window.walletSend(JSON.stringify(message));
    done();
  },
});
window.walletReceive = (message) => connectionStream.push(message);

const ICON =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><path d='M0 0h1v1H0z'/></svg>";

initializeProvider({
  connectionStream: connectionStream as never, // a duplex stream by its looks, which is all that is asked for
  providerInfo: { uuid: "350670db-19fa-4704-a166-e52e178b59d2", name: "MetaMask", icon: ICON, rdns: "io.metamask" },
  logger: { ...console, warn: () => {} }, // tells every error that the page handles
  shouldAnnounceCaip294: false,
});
