import { identiconUrl } from "./identiconUrl.ts";

/** A token by its words. */
export interface ListedToken {
  readonly token: string;
  readonly name: string;
  readonly symbol: string;
}

export interface TokenListParams {
  readonly chainId: number;
  readonly timestamp: string; // ISO 8601
}

const MOST_TOKENS = 10_000; // what the standard allows
const NAME = /^[ \p{L}\p{N}\p{P}\p{S}]{1,60}$/u;
const SYMBOL = /^[\p{L}\p{N}\p{P}\p{S}]{1,20}$/u;

/**
 * Tokens in the Token Lists standard (tokenlists.org), as wallets and exchanges read them, each with the picture that
 * follows from its address. What the schema has no room for, a symbol with a space for one, is left out.
 * @param tokens in the order of their creation, so that a version of more tokens is a later one
 */
export function tokenList(tokens: readonly ListedToken[], { chainId, timestamp }: TokenListParams) {
  const fitting = tokens.filter(({ name, symbol }) => NAME.test(name) && SYMBOL.test(symbol)).slice(0, MOST_TOKENS);
  return {
    name: "Datawell Data Tokens",
    timestamp,
    version: { major: 1, minor: fitting.length, patch: 0 }, // tokens are only ever added
    keywords: ["datawell", "data token"],
    tokens: fitting.map(({ token, name, symbol }) => {
      return { chainId, address: token, name, symbol, decimals: 18, logoURI: identiconUrl(token) };
    }),
  };
}
