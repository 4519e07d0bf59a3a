import { type Provider, type Signer, Transaction } from "ethers";
import { DatawellError } from "#sdk/errors/DatawellError.ts";
import { decodeError } from "#sdk/errors/decodeError.ts";
import type { Entry, Journal } from "./createJournal.ts";

export interface Call {
  readonly to: string;
  readonly data: string;
}

export interface SenderOptions {
  /** Signs transactions itself: a key in this process, not one in a node. */
  readonly signer: Signer;
  readonly provider: Provider;
  readonly chainId: bigint;
  readonly journal: Journal;
  readonly now: () => number; // unix seconds
  /** Seconds until a transaction that is not mined is sent again with a higher fee; 90 unless told otherwise. */
  readonly patience?: number;
}

export interface Sender {
  /**
   * Moves a named call one step nearer to the chain: signs and sends it, sends it again, or raises its fee. Look first
   * whether it has had its effect; call this until it has.
   * @throws DatawellError as the call reverts, InsufficientFunds, WrongChain, Unreachable
   */
  readonly carry: (name: string, call: Call) => Promise<void>;
}

const PATIENCE = 90;

/** Sends what must arrive exactly once in effect, whatever happens to this process, its node or the chain meanwhile. */
export function createSender(options: SenderOptions): Sender {
  return {
    carry: async (name, call) => {
      try {
        await carry(options, name, call);
      } catch (error) {
        throw decodeError(error);
      }
    },
  };
}

async function carry(options: SenderOptions, name: string, call: Call): Promise<void> {
  const { provider, signer, journal, chainId } = options;
  const network = await provider.getNetwork();
  if (network.chainId !== chainId) {
    throw new DatawellError("WrongChain", { actual: network.chainId, expected: chainId });
  }
  const account = await signer.getAddress();
  const [mined, pending, entry] = await Promise.all([
    provider.getTransactionCount(account, "latest"),
    provider.getTransactionCount(account, "pending"),
    journal.find(name),
  ]);
  if (entry === undefined) return sendNew(options, { name, call, nonce: await freeNonce(journal, mined, pending) });
  const receipt = await provider.getTransactionReceipt(entry.hash);
  if (receipt?.status === 1) return; // mined: whoever looks for the effect will see it
  if (receipt !== null || entry.nonce < mined) {
    // it reverted, or another transaction took its place
    await journal.remove(entry);
    return sendNew(options, { name, call, nonce: await freeNonce(journal, mined, pending) });
  }
  await keepOn(options, entry, { mined, pending });
}

/** The first nonce that neither the node nor the journal has taken. */
async function freeNonce(journal: Journal, mined: number, pending: number): Promise<number> {
  const last = (await journal.since(mined)).at(-1)?.nonce ?? -1;
  return Math.max(mined, pending, last + 1);
}

/** How many transactions of the account are in blocks, and how many with those that the node has waiting. */
interface Counts {
  readonly mined: number;
  readonly pending: number;
}

async function keepOn(options: SenderOptions, entry: Entry, { mined, pending }: Counts): Promise<void> {
  const ahead = (await options.journal.since(mined)).filter(({ nonce }) => nonce < entry.nonce);
  const next = Math.max(mined + ahead.length, pending);
  if (entry.nonce > next) return sendAgain(options, entry, next); // a nonce is missing in front of it, for ever
  // whoever sent those ahead may have let go of them long ago, and nothing behind them is mined before them
  for (const waiting of [...ahead, entry]) await urge(options, waiting);
}

/** Sends a transaction once more if the node has forgotten it, with a higher fee if it has waited too long. */
async function urge(options: SenderOptions, entry: Entry): Promise<void> {
  const { now, patience = PATIENCE } = options;
  if (Math.abs(now() - entry.sentAt) >= patience) return sendAgain(options, entry, entry.nonce);
  if ((await options.provider.getTransaction(entry.hash)) === null) await broadcast(options, entry);
}

interface Sending {
  readonly name: string;
  readonly call: Call;
  readonly nonce: number;
}

/** Signs and sends something new. */
async function sendNew(options: SenderOptions, { name, call, nonce }: Sending): Promise<void> {
  const { signer, provider } = options;
  const gas = await provider.estimateGas({ ...call, from: await signer.getAddress() });
  const gasLimit = gas + gas / 4n; // another transaction may come in between and cost this one a storage word
  await signAndSend(options, { name, nonce, to: call.to, data: call.data, gasLimit, least: NO_FEE });
}

/** Signs and sends the same again, for another nonce or a higher fee: nobody can tell any more what it would use now. */
async function sendAgain(options: SenderOptions, before: Entry, nonce: number): Promise<void> {
  const { to, data, gasLimit, maxFeePerGas, maxPriorityFeePerGas } = Transaction.from(before.raw);
  const least = { max: above(maxFeePerGas), tip: above(maxPriorityFeePerGas) };
  await signAndSend(options, { name: before.name, nonce, to: to as string, data, gasLimit, least }, before);
}

interface Fee {
  readonly max: bigint; // wei of ether for a unit of gas
  readonly tip: bigint;
}

const NO_FEE: Fee = { max: 0n, tip: 0n };

/** Nodes take one transaction in place of another if it pays a tenth more, some an eighth. */
const above = (fee: bigint | null): bigint => ((fee ?? 0n) * 5n) / 4n + 1n;

interface Signing extends Call {
  readonly name: string;
  readonly nonce: number;
  readonly gasLimit: bigint;
  readonly least: Fee;
}

/** Signs, writes down, sends. Should this process die in between, what is written is sent later. */
async function signAndSend(options: SenderOptions, signing: Signing, before?: Entry): Promise<void> {
  const { signer, provider, chainId, journal, now } = options;
  const { name, least, ...call } = signing;
  const { maxFeePerGas, maxPriorityFeePerGas } = await provider.getFeeData();
  const tip = larger(maxPriorityFeePerGas ?? 0n, least.tip);
  const max = larger(larger(maxFeePerGas ?? 0n, least.max), tip);
  const fees = { type: 2, maxFeePerGas: max, maxPriorityFeePerGas: tip };
  const raw = await signer.signTransaction({ ...call, ...fees, chainId });
  const hash = Transaction.from(raw).hash as string;
  const entry = { name, nonce: call.nonce, hash, raw, sentAt: now() };
  if (await journal.write(entry, before)) await broadcast(options, entry);
}

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** What nodes say of a transaction that they, or others, have had before: the next look at the chain tells more. */
const HARMLESS =
  /already known|known transaction|already imported|already exists|nonce too low|nonce has already|underpriced/i;

async function broadcast({ provider }: SenderOptions, { raw }: Entry): Promise<void> {
  try {
    await provider.broadcastTransaction(raw);
  } catch (error) {
    if (!HARMLESS.test(String((error as Error).message))) throw error;
  }
}
