import { JsonRpcProvider, toQuantity, Wallet } from "ethers";
import { SignTypedDataVersion, signTypedData } from "@metamask/eth-sig-util";
import { askNode } from "./askNode.ts";
import { approve, type Decide, type Prompt } from "./Prompt.ts";
import { rejected, unauthorized, unknownChain, unsupported, WalletError } from "./WalletError.ts";

export interface WalletOptions {
  readonly keys: readonly string[]; // private keys; the first is chosen at first
  readonly rpcUrl: string;
  readonly chainId: number; // of the node at `rpcUrl`
  /** A network that it is on instead, and knows alone. */
  readonly strangeChain?: number;
}

export interface Request {
  readonly id?: unknown;
  readonly method: string;
  readonly params?: unknown;
}

interface SendParams {
  readonly from: string;
  readonly to?: string;
  readonly data?: string;
  readonly value?: string;
  readonly gas?: string;
}

/** A wallet in the hands of a test: MetaMask's methods and errors, its owner's answers given by `decide`. */
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
  /** Sends the last transaction once more for a higher fee, as "Speed up" does, or nothing in its place ("Cancel"). */
  readonly replaceLast: (how: "speed up" | "cancel") => Promise<string>;
}

interface Sent {
  readonly from: Wallet;
  readonly request: { to: string | null; data: string; value: bigint; gasLimit: bigint; nonce: number };
  readonly fee: bigint; // wei per gas
}

/** Makes a wallet that knows the given keys. */
export function createWallet({ keys, rpcUrl, chainId: home, strangeChain }: WalletOptions): TestWallet {
  const provider = new JsonRpcProvider(rpcUrl, home, { staticNetwork: true, cacheTimeout: -1 });
  const accounts = keys.map((key) => new Wallet(key, provider));
  const known = new Set([strangeChain ?? home]);
  const prompts: Prompt[] = [];
  let chain = strangeChain ?? home;
  let chosen = 0;
  let isConnected = false;
  let last: Sent | undefined;

  const visible = (): readonly string[] => {
    const first = accounts[chosen];
    return isConnected && first !== undefined ? [first.address] : [];
  };

  async function ask(prompt: Prompt): Promise<void> {
    prompts.push(prompt);
    if ((await wallet.decide(prompt)) === "reject") throw rejected(prompt.method);
  }

  function own(address: string): Wallet {
    const found = accounts.find((one) => one.address.toLowerCase() === address.toLowerCase());
    if (found === undefined || !visible().includes(found.address)) throw unauthorized();
    return found;
  }

  function move(to: number): void {
    chain = to;
    const params = { chainId: toQuantity(to), networkVersion: String(to), isConnected: true };
    wallet.tell({ method: "metamask_chainChanged", params });
  }

  async function connect(): Promise<readonly string[]> {
    if (isConnected) return visible();
    await ask({ kind: "connect", method: "eth_requestAccounts", params: [] });
    isConnected = true;
    wallet.tell({ method: "metamask_accountsChanged", params: visible() });
    return visible();
  }

  async function send([request]: readonly SendParams[]): Promise<string> {
    if (request === undefined) throw new WalletError(-32602, "Invalid params");
    const from = own(request.from);
    await ask({ kind: "send", method: "eth_sendTransaction", params: [request] });
    const { to, data = "0x", value = "0x0", gas } = request;
    const fee = (await provider.getFeeData()).maxFeePerGas ?? 1n;
    const nonce = await from.getNonce("pending");
    const gasLimit = BigInt(gas ?? (await provider.estimateGas({ ...request, from: from.address })));
    last = { from, fee, request: { to: to ?? null, data, value: BigInt(value), gasLimit, nonce } };
    return broadcast(last);
  }

  async function broadcast({ from, fee, request }: Sent): Promise<string> {
    const fees = { maxFeePerGas: fee, maxPriorityFeePerGas: fee / 2n };
    return askNode(rpcUrl, "eth_sendRawTransaction", [
      await from.signTransaction({ type: 2, chainId: home, ...request, ...fees }),
    ]) as Promise<string>;
  }

  async function sign([address, text]: readonly string[]): Promise<string> {
    const signer = own(address ?? "");
    await ask({ kind: "sign", method: "eth_signTypedData_v4", params: [JSON.parse(text ?? "{}")] });
    const privateKey = Buffer.from(signer.privateKey.slice(2), "hex");
    return signTypedData({ privateKey, data: JSON.parse(text ?? "{}"), version: SignTypedDataVersion.V4 });
  }

  async function switchTo([params]: readonly { readonly chainId: string }[]): Promise<null> {
    const to = params?.chainId ?? "";
    if (!known.has(Number(to))) throw unknownChain(to);
    if (Number(to) === chain) return null;
    await ask({ kind: "switch", method: "wallet_switchEthereumChain", params: [params] });
    move(Number(to));
    return null;
  }

  async function add([params]: readonly { readonly chainId: string }[]): Promise<null> {
    await ask({ kind: "add", method: "wallet_addEthereumChain", params: [params] });
    known.add(Number(params?.chainId));
    move(Number(params?.chainId));
    return null;
  }

  async function watch(params: unknown): Promise<boolean> {
    await ask({ kind: "watch", method: "wallet_watchAsset", params: [params] });
    return true;
  }

  const state = () => ({
    accounts: visible(),
    chainId: toQuantity(chain),
    networkVersion: String(chain),
    isUnlocked: true,
  });

  const METHODS: Readonly<Record<string, (params: never) => unknown>> = {
    metamask_getProviderState: state,
    metamask_sendDomainMetadata: () => true,
    eth_accounts: visible,
    eth_requestAccounts: connect,
    eth_chainId: () => toQuantity(chain),
    net_version: () => String(chain),
    eth_sendTransaction: send,
    eth_signTypedData_v4: sign,
    wallet_switchEthereumChain: switchTo,
    wallet_addEthereumChain: add,
    wallet_watchAsset: watch,
  };

  const wallet: TestWallet = {
    prompts,
    decide: approve,
    tell: () => {},
    handle: async ({ method, params }) => {
      const answer = METHODS[method];
      if (answer !== undefined) return answer(params as never);
      if (method.startsWith("wallet_") || method.startsWith("metamask_")) throw unsupported(method);
      if (chain !== home) throw new WalletError(-32603, "This network cannot be reached.");
      return askNode(rpcUrl, method, params);
    },
    choose: (index) => {
      chosen = index;
      if (isConnected) wallet.tell({ method: "metamask_accountsChanged", params: visible() });
    },
    goTo: (chainId) => {
      known.add(chainId);
      move(chainId);
    },
    replaceLast: async (how) => {
      if (last === undefined) throw new Error("This wallet has sent nothing yet");
      const nothing = { to: last.from.address, data: "0x", value: 0n };
      last = { ...last, fee: last.fee * 2n, request: { ...last.request, ...(how === "cancel" && nothing) } };
      return broadcast(last);
    },
  };
  return wallet;
}
