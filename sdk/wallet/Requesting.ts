/** What of a wallet's provider (EIP-1193) it takes. */
export interface Requesting {
  readonly request: (asked: { method: string; params?: unknown[] }) => Promise<unknown>;
}
