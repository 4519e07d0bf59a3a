import type { JsonRpcSigner } from "ethers";
import type { Datawell } from "#sdk/chain/datawell.ts";
import type { Money } from "../output/Money.ts";

/** A deployment opened for a command, with whoever acts. */
export interface Session {
  /** Signs and sends as the user; with --dry-run it only tries. */
  readonly client: Datawell;
  /** The account named by --from. */
  readonly user: string;
  readonly alita: Money;
  /** The network's accounts, for options that name some of them. */
  readonly accounts: readonly JsonRpcSigner[];
}
