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
  await keepOn(options, { entry, call, gapAt: await gapBefore(journal, entry, mined, pending) });
}

/** The first nonce that neither the node nor the journal has taken. */
async function freeNonce(journal: Journal, mined: number, pending: number): Promise<number> {
  const last = (await journal.nonces(mined)).at(-1) ?? -1;
  return Math.max(mined, pending, last + 1);
}

/** The nonce that is missing in front of an entry, which therefore can never be mined; undefined if none is. */
async function gapBefore(journal: Journal, entry: Entry, mined: number, pending: number): Promise<number | undefined> {
  const place = (await journal.nonces(mined)).indexOf(entry.nonce);
  const expected = Math.max(mined + place, pending);
  return place >= 0 && entry.nonce > expected ? expected : undefined;
}

interface Waiting {
  readonly entry: Entry;
  readonly call: Call;
  readonly gapAt: number | undefined;
}

async function keepOn(options: SenderOptions, { entry, call, gapAt }: Waiting): Promise<void> {
  const { provider, now, patience = PATIENCE } = options;
  if (gapAt !== undefined) return sendNew(options, { name: entry.name, call, nonce: gapAt }, entry);
  const isLate = Math.abs(now() - entry.sentAt) >= patience;
  if (isLate) return sendNew(options, { name: entry.name, call, nonce: entry.nonce }, entry);
  if ((await provider.getTransaction(entry.hash)) === null) await broadcast(options, entry);
}

interface Sending {
  readonly name: string;
  readonly call: Call;
  readonly nonce: number;
}

/** Signs, writes down, sends. Should this process die in between, what is written is sent later. */
async function sendNew(options: SenderOptions, { name, call, nonce }: Sending, before?: Entry): Promise<void> {
  const { signer, provider, chainId, journal, now } = options;
  const from = await signer.getAddress();
  const [gas, fees] = await Promise.all([provider.estimateGas({ ...call, from }), provider.getFeeData()]);
  const raw = await signer.signTransaction({
    ...call,
    nonce,
    chainId,
    type: 2,
    gasLimit: gas + gas / 4n, // another transaction may come in between and cost this one a storage word
    ...raised({ max: fees.maxFeePerGas ?? 0n, tip: fees.maxPriorityFeePerGas ?? 0n }, before),
  });
  const { hash } = Transaction.from(raw);
  const entry = { name, nonce, hash: hash as string, raw, sentAt: now() };
  if (await journal.write(entry, before)) await broadcast(options, entry);
}

/** At least an eighth and a bit above what was offered before for the same nonce: nodes take no less. */
function raised({ max, tip }: { readonly max: bigint; readonly tip: bigint }, before: Entry | undefined) {
  const old = before === undefined ? undefined : Transaction.from(before.raw);
  const above = (fee: bigint | null | undefined) => (fee ? (fee * 5n) / 4n + 1n : 0n);
  const [least, leastTip] = [above(old?.maxFeePerGas), above(old?.maxPriorityFeePerGas)];
  const maxPriorityFeePerGas = tip > leastTip ? tip : leastTip;
  const fee = max > least ? max : least;
  return { maxFeePerGas: fee > maxPriorityFeePerGas ? fee : maxPriorityFeePerGas, maxPriorityFeePerGas };
}

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
