import { AbiCoder, hexlify, Interface, randomBytes, toQuantity, ZeroAddress } from "ethers";
import { askNode } from "./askNode.ts";
import { ask, own, type Purse } from "./Purse.ts";
import { send } from "./send.ts";
import { WalletError } from "./WalletError.ts";

const VERSION = "2.0.0";
const DELEGATED = "0xef0100"; // EIP-7702
const EXECUTOR = new Interface(["function execute(bytes32 mode, bytes executionData) payable"]); // ERC-7821
const ALL_OR_NONE = `0x01${"0".repeat(62)}`;

interface Call {
  readonly to?: string;
  readonly data?: string;
  readonly value?: string;
}

interface SendCalls {
  readonly version: string;
  readonly from: string;
  readonly chainId: string;
  readonly atomicRequired: boolean;
  readonly calls: readonly Call[];
}

const isUpgraded = async ({ provider, delegate = ZeroAddress }: Purse, address: string): Promise<boolean> =>
  (await provider.getCode(address)).toLowerCase() === `${DELEGATED}${delegate.slice(2)}`.toLowerCase();

/** Turns an account into one that sends calls as one (EIP-7702); it keeps its key. Its owner does so in the wallet. */
export async function upgrade(purse: Purse): Promise<void> {
  const { delegate: address, accounts, chosen } = purse;
  const owner = accounts[chosen];
  if (owner === undefined || address === undefined) throw new Error("This wallet knows nothing to delegate to");
  const nonce = await owner.getNonce();
  const authorization = await owner.authorize({ address, nonce: nonce + 1, chainId: purse.home });
  const to = owner.address;
  const sent = await owner.sendTransaction({
    type: 4,
    to,
    nonce,
    authorizationList: [authorization],
    gasLimit: 200_000,
  });
  await sent.wait();
}

/** `wallet_getCapabilities`: an account that is not upgraded yet is only ready for it. */
export async function capabilities(purse: Purse, [address = ""]: readonly string[]): Promise<object> {
  own(purse, address);
  const status = (await isUpgraded(purse, address)) ? "supported" : "ready";
  return { [toQuantity(purse.chain)]: { atomic: { status } } };
}

/** `wallet_sendCalls`: one transaction of the account to itself, whose code does all calls or none. */
export async function sendCalls(purse: Purse, [request]: readonly SendCalls[]): Promise<object> {
  const { version, from = "", chainId, calls = [] } = request ?? ({} as SendCalls);
  own(purse, from);
  if (version !== VERSION) throw new WalletError(-32602, `Version not supported: Got ${version}, expected ${VERSION}`);
  if (Number(chainId) !== purse.chain) throw new WalletError(5710, `EIP-7702 not supported on chain: ${chainId}`);
  if (!(await isUpgraded(purse, from))) throw new WalletError(5750, "The user rejected upgrading the account");
  await ask(purse, { kind: "batch", method: "wallet_sendCalls", params: [request] });
  const executions = calls.map(({ to, data = "0x", value = "0x0" }) => [to, value, data]);
  const packed = AbiCoder.defaultAbiCoder().encode(["tuple(address,uint256,bytes)[]"], [executions]);
  const data = EXECUTOR.encodeFunctionData("execute", [ALL_OR_NONE, packed]);
  const hash = await send(purse, { from, to: from, data });
  const id = hexlify(randomBytes(32));
  purse.batches.set(id, hash);
  return { id };
}

interface NodeReceipt {
  readonly status: string;
  readonly logs: readonly object[];
  readonly blockHash: string;
  readonly blockNumber: string;
  readonly gasUsed: string;
  readonly transactionHash: string;
}

/** `wallet_getCallsStatus` */
export async function callsStatus({ batches, rpcUrl, home }: Purse, [id = ""]: readonly string[]): Promise<object> {
  const hash = batches.get(id);
  if (hash === undefined) throw new WalletError(5730, `No matching bundle found: ${id}`);
  const receipt = (await askNode(rpcUrl, "eth_getTransactionReceipt", [hash])) as NodeReceipt | null;
  const about = { version: VERSION, id, chainId: toQuantity(home), atomic: true };
  if (receipt === null) return { ...about, status: 100 };
  const { status, logs, blockHash, blockNumber, gasUsed, transactionHash } = receipt;
  const receipts = [{ status, logs, blockHash, blockNumber, gasUsed, transactionHash }];
  return { ...about, status: status === "0x1" ? 200 : 500, receipts };
}
