import type { JsonRpcProvider, Wallet } from "ethers";
import type { Decide, Prompt } from "./Prompt.ts";
import { rejected, unauthorized } from "./WalletError.ts";

/** What a wallet's methods were told. */
export interface Request {
  readonly id?: unknown;
  readonly method: string;
  readonly params?: unknown;
}

/** A transaction as it was signed. */
export interface Signed {
  readonly from: Wallet;
  readonly request: { to: string | null; data: string; value: bigint; gasLimit: bigint; nonce: number };
  readonly fee: bigint; // wei per gas
}

/** What a wallet knows and remembers. */
export interface Purse {
  readonly accounts: readonly Wallet[];
  readonly provider: JsonRpcProvider;
  readonly rpcUrl: string;
  readonly home: number; // the chain behind `rpcUrl`
  readonly known: Set<number>; // chains
  readonly prompts: Prompt[]; // all that its owner was asked
  chain: number; // where it is
  chosen: number; // of its accounts
  isConnected: boolean;
  readonly delegate?: string; // what upgraded accounts delegate to; without it the wallet has no batches
  readonly batches: Map<string, string>; // their transactions by the ids that the page was told
  last?: Signed;
  decide: Decide;
  tell: (notification: Request) => void;
}

/** The accounts that the page may see. */
export function visible({ accounts, chosen, isConnected }: Purse): readonly string[] {
  const first = accounts[chosen];
  return isConnected && first !== undefined ? [first.address] : [];
}

/**
 * The account of an address that the page may use.
 * @throws WalletError 4100
 */
export function own(purse: Purse, address: string): Wallet {
  const found = purse.accounts.find((one) => one.address.toLowerCase() === address.toLowerCase());
  if (found === undefined || !visible(purse).includes(found.address)) throw unauthorized();
  return found;
}

/**
 * Asks the owner.
 * @throws WalletError 4001
 */
export async function ask(purse: Purse, prompt: Prompt): Promise<void> {
  purse.prompts.push(prompt);
  if ((await purse.decide(prompt)) === "reject") throw rejected(prompt.method);
}
