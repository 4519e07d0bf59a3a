import { computed, signal } from "@preact/signals";
import type { Signer } from "ethers";
import { connect } from "#sdk/connect.ts";
import type { SendBatch } from "#sdk/chain/Batch.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { site } from "../chain/site.ts";
import { observed } from "./observed.ts";

/** Who acts, and through which wallet. */
export interface Account {
  readonly address: string;
  readonly walletId: string;
  readonly walletName: string;
  /** Where the wallet is; undefined while it does not tell. */
  readonly chainId: bigint | undefined;
  readonly isDemo: boolean;
  readonly signer: Signer;
  /** Present where the wallet sends calls as one. */
  readonly batch?: (intent: number) => SendBatch;
}

/** Undefined: nobody is connected, everything can be read all the same. */
export const account = signal<Account | undefined>();

export const address = computed(() => account.value?.address);

/** Whether the wallet is on the chain of this page's contracts. */
export const isOnChain = computed(() => account.value?.chainId === BigInt(site().deployment.chainId));

/** The client by which the connected account does what an intent is about: what actions of the SDK take first. */
export function actor(intent: number): Datawell {
  if (account.value === undefined) throw new Error("Connect a wallet first");
  const { signer, batch } = account.value;
  return { ...connect(site().deployment, observed(signer, intent)), ...(batch && { batch: batch(intent) }) };
}
