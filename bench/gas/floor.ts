/**
 * The least that an operation can cost on an EVM: the transaction, its calldata, and the words, calls, logs and
 * precompiles without which the operation would not have happened. Instructions count zero.
 * EIP-2028 and 7623 (calldata), 2929 (cold and warm), 2200 and 3529 (storage), 3855.
 */

const TRANSACTION = 21_000;
const WORD = 32; // bytes

/* CALLDATA */

/** What is sent along, in bytes. */
export interface Calldata {
  readonly zero: number;
  readonly nonzero: number;
}

/** Words that each carry `significant` bytes and zeros before or behind them. */
export const words = (count: number, significant: number): Calldata => ({
  zero: count * (WORD - significant),
  nonzero: count * significant,
});

export const SELECTOR: Calldata = { zero: 0, nonzero: 4 };
export const ADDRESS = words(1, 20);
export const AMOUNT = words(1, 9); // whole tokens in wei
export const TIME = words(1, 4); // unix seconds
export const SMALL = words(1, 1); // a count, a flag, an offset, a length
export const SHARE = words(1, 2); // basis points
export const HASH = words(1, WORD);

export const calldata = (...parts: readonly Calldata[]): Calldata => ({
  zero: parts.reduce((sum, { zero }) => sum + zero, 0),
  nonzero: parts.reduce((sum, { nonzero }) => sum + nonzero, 0),
});

/** `count` times the same. */
export const times = (count: number, part: Calldata): Calldata => ({
  zero: count * part.zero,
  nonzero: count * part.nonzero,
});

/* EXECUTION */

/** First call of another contract. */
export const coldCall = (): number => 2_600;
/** First look at a word. */
export const readWord = (): number => 2_100;
/** A word that is not zero becomes another: looked up and written. */
export const changeWord = (): number => 5_000;
/** A word that is zero becomes something. */
export const newWord = (): number => 22_100;
export const log = (topics: number, bytes: number): number => 375 * (1 + topics) + 8 * bytes;
/** Recovers a signer: the precompile and its call. */
export const recover = (): number => 3_000 + 100;
/** A new contract of `bytes` of code. */
export const create = (bytes: number): number => 32_000 + 200 * bytes;

/** An ERC-20 moves between two accounts that have it already. */
export const transfer = (): number => coldCall() + 2 * changeWord() + log(3, 32);
/** The same within an allowance without an end. */
export const transferFrom = (): number => transfer() + readWord();

/* WHOLE */

const STANDARD_TOKEN = 4;
const FLOOR_TOKEN = 10; // EIP-7623

/** The floor of a transaction. */
export function floor({ zero, nonzero }: Calldata, ...costs: readonly number[]): number {
  const tokens = zero + 4 * nonzero;
  const execution = costs.reduce((sum, cost) => sum + cost, 0);
  return TRANSACTION + Math.max(STANDARD_TOKEN * tokens + execution, FLOOR_TOKEN * tokens);
}
