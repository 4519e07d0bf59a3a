import { askNode } from "./askNode.ts";
import { ask, own, type Purse, type Signed } from "./Purse.ts";
import { WalletError } from "./WalletError.ts";

export interface SendParams {
  readonly from: string;
  readonly to?: string;
  readonly data?: string;
  readonly value?: string;
  readonly gas?: string;
}

/** `eth_sendTransaction`: the answer is the hash. */
export async function askToSend(purse: Purse, [request]: readonly SendParams[]): Promise<string> {
  if (request === undefined) throw new WalletError(-32602, "Invalid params");
  own(purse, request.from);
  await ask(purse, { kind: "send", method: "eth_sendTransaction", params: [request] });
  return send(purse, request);
}

/** Signs a transaction that the owner agreed to, and sends it. */
export async function send(purse: Purse, request: SendParams): Promise<string> {
  const from = own(purse, request.from);
  const { to, data = "0x", value = "0x0", gas } = request;
  const { provider } = purse;
  const fee = (await provider.getFeeData()).maxFeePerGas ?? 1n;
  const nonce = await from.getNonce("pending");
  const gasLimit = BigInt(gas ?? (await provider.estimateGas({ ...request, from: from.address })));
  const signed: Signed = { from, fee, request: { to: to ?? null, data, value: BigInt(value), gasLimit, nonce } };
  purse.last = signed;
  return broadcast(purse, signed);
}

/** Sends the last transaction once more for a higher fee, as "Speed up" does, or nothing in its place ("Cancel"). */
export async function replaceLast(purse: Purse, how: "speed up" | "cancel"): Promise<string> {
  const { last } = purse;
  if (last === undefined) throw new Error("This wallet has sent nothing yet");
  const nothing = { to: last.from.address, data: "0x", value: 0n };
  const request = { ...last.request, ...(how === "cancel" && nothing) };
  purse.last = { ...last, fee: last.fee * 2n, request };
  return broadcast(purse, purse.last);
}

async function broadcast({ rpcUrl, home }: Purse, { from, fee, request }: Signed): Promise<string> {
  const fees = { maxFeePerGas: fee, maxPriorityFeePerGas: fee / 2n };
  const raw = await from.signTransaction({ type: 2, chainId: home, ...request, ...fees });
  return (await askNode(rpcUrl, "eth_sendRawTransaction", [raw])) as string;
}
