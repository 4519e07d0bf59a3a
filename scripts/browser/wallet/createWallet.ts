import { JsonRpcProvider, toQuantity, Wallet } from "ethers";
import { askNode } from "./askNode.ts";
import { callsStatus, capabilities, sendCalls, upgrade } from "./batch.ts";
import { connect } from "./connect.ts";
import { add, move, switchTo } from "./networks.ts";
import { approve, type Decide, type Prompt } from "./Prompt.ts";
import { ask, type Purse, type Request, visible } from "./Purse.ts";
import { askToSend, replaceLast, type SendParams } from "./send.ts";
import { sign, signMessage } from "./sign.ts";
import { unsupported, WalletError } from "./WalletError.ts";

export interface WalletOptions {
  readonly keys: readonly string[]; // private keys; the first is chosen at first
  readonly rpcUrl: string;
  readonly chainId: number; // of the node at `rpcUrl`
  /** A network that it is on instead, and knows alone. */
  readonly strangeChain?: number;
  /** A contract that its accounts can delegate to (EIP-7702, ERC-7821): then it has batches (EIP-5792). */
  readonly delegate?: string;
}

/** A wallet in the hands of a program: MetaMask's methods and errors, its owner's answers given by `decide`. */
export interface TestWallet {
  /** All that its owner was asked. */
  readonly prompts: readonly Prompt[];
  /** Answers what it asks its owner. */
  decide: Decide;
  /** Hears what the wallet tells by itself. */
  tell: (notification: Request) => void;
  readonly handle: (request: Request) => Promise<unknown>;
  /** Its owner chooses another of its accounts. */
  readonly choose: (index: number) => void;
  /** Its owner goes to another network that it knows. */
  readonly goTo: (chainId: number) => void;
  /** Its owner upgrades the chosen account, so that it sends calls as one. */
  readonly upgrade: () => Promise<void>;
  readonly replaceLast: (how: "speed up" | "cancel") => Promise<string>;
}

type Method = (purse: Purse, params: never) => unknown;

const METHODS: Readonly<Record<string, Method>> = {
  metamask_getProviderState: (purse) => ({
    accounts: visible(purse),
    chainId: toQuantity(purse.chain),
    networkVersion: String(purse.chain),
    isUnlocked: true,
  }),
  metamask_sendDomainMetadata: () => true,
  eth_accounts: visible,
  eth_requestAccounts: connect,
  eth_chainId: ({ chain }) => toQuantity(chain),
  net_version: ({ chain }) => String(chain),
  eth_sendTransaction: (purse, params: readonly SendParams[]) => askToSend(purse, params),
  eth_signTypedData_v4: sign,
  personal_sign: signMessage,
  wallet_switchEthereumChain: switchTo,
  wallet_addEthereumChain: add,
  wallet_watchAsset: async (purse, params) => {
    await ask(purse, { kind: "watch", method: "wallet_watchAsset", params: [params] });
    return true;
  },
};

/** Of a wallet that can have its accounts delegate. */
const BATCH_METHODS: Readonly<Record<string, Method>> = {
  wallet_getCapabilities: capabilities,
  wallet_sendCalls: (purse, params: readonly never[]) => sendCalls(purse, params),
  wallet_getCallsStatus: callsStatus,
};

async function handle(purse: Purse, { method, params }: Request): Promise<unknown> {
  const answer = METHODS[method] ?? (purse.delegate === undefined ? undefined : BATCH_METHODS[method]);
  if (answer !== undefined) return answer(purse, (params ?? []) as never);
  if (method.startsWith("wallet_") || method.startsWith("metamask_")) throw unsupported(method);
  if (purse.chain !== purse.home) throw new WalletError(-32603, "This network cannot be reached.");
  return askNode(purse.rpcUrl, method, params);
}

/** Makes a wallet that knows the given keys. */
export function createWallet({ keys, rpcUrl, chainId, strangeChain, delegate }: WalletOptions): TestWallet {
  const provider = new JsonRpcProvider(rpcUrl, chainId, { staticNetwork: true, cacheTimeout: -1 });
  const purse: Purse = {
    accounts: keys.map((key) => new Wallet(key, provider)),
    provider,
    rpcUrl,
    home: chainId,
    known: new Set([strangeChain ?? chainId]),
    prompts: [],
    chain: strangeChain ?? chainId,
    chosen: 0,
    isConnected: false,
    decide: approve,
    tell: () => {},
    batches: new Map(),
    ...(delegate !== undefined && { delegate }),
  };
  return Object.assign(purse, {
    handle: (request: Request) => handle(purse, request),
    choose: (index: number) => {
      purse.chosen = index;
      if (purse.isConnected) purse.tell({ method: "metamask_accountsChanged", params: visible(purse) });
    },
    goTo: (to: number) => {
      purse.known.add(to);
      move(purse, to);
    },
    upgrade: () => upgrade(purse),
    replaceLast: (how: "speed up" | "cancel") => replaceLast(purse, how),
  });
}
