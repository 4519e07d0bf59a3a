import type { Named } from "../words/imitations.ts";

export interface TokenListParams {
  readonly chainId: number;
  readonly timestamp: string; // ISO 8601
  /** Picture of a token, an address. */
  readonly logoOf: (token: string) => string;
}

const MOST_TOKENS = 10_000; // what the standard allows
const NAME = /^[ \p{L}\p{N}\p{P}\p{S}]{1,60}$/u;
const SYMBOL = /^[\p{L}\p{N}\p{P}\p{S}]{1,20}$/u;

/**
 * The Data Tokens in the Token Lists standard (tokenlists.org), as wallets and exchanges read them. What its schema has
 * no room for, a symbol with a space for one, is left out.
 */
export function tokenList(tokens: readonly Named[], { chainId, timestamp, logoOf }: TokenListParams) {
  const fitting = tokens.filter(({ name, symbol }) => NAME.test(name) && SYMBOL.test(symbol)).slice(0, MOST_TOKENS);
  return {
    name: "Datawell Data Tokens",
    timestamp,
    version: { major: 1, minor: fitting.length, patch: 0 }, // tokens are only ever added
    keywords: ["datawell", "data token"],
    tokens: fitting.map(({ token, name, symbol }) => {
      return { chainId, address: token, name, symbol, decimals: 18, logoURI: logoOf(token) };
    }),
  };
}
