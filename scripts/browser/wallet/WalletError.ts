/** Errors as MetaMask gives them: EIP-1193 and EIP-1474 codes, its own words. */
export class WalletError extends Error {
  readonly code: number;
  readonly data: unknown;

  constructor(code: number, message: string, data?: unknown) {
    super(message);
    this.code = code;
    this.data = data;
  }
}

export const rejected = (what: string): WalletError => new WalletError(4001, `${what}: User denied the request.`);

export const unauthorized = (): WalletError =>
  new WalletError(4100, "The requested account and/or method has not been authorized by the user.");

export const unknownChain = (chainId: string): WalletError =>
  new WalletError(
    4902,
    `Unrecognized chain ID "${chainId}". Try adding the chain using wallet_addEthereumChain first.`,
  );

export const unsupported = (method: string): WalletError =>
  new WalletError(-32601, `The method "${method}" does not exist / is not available.`);
