import type { Sandbox } from "../../shared/sandbox/Sandbox.ts";
import type { Log } from "../../shared/log/createLog.ts";
import type { PayoutClaim } from "#sdk/actions/compute/claim.ts";
import type { TypedData } from "#sdk/signing/TypedData.ts";
import type { CoordinatorApi } from "#sdk/rounds/CoordinatorApi.ts";
import type { ChainView } from "../chain/createChainView.ts";
import type { DevicePolicy } from "../DevicePolicy.ts";
import type { Holding } from "../Holding.ts";
import type { Farewells } from "../createFarewells.ts";
import type { Ledger } from "../ledger/createLedger.ts";

/** What the steps of a round have at hand. */
export interface Context {
  readonly provider: string; // address
  readonly chain: ChainView;
  readonly ledger: Ledger;
  readonly sandbox: Sandbox;
  readonly policy: DevicePolicy;
  readonly log: Log;
  readonly sign: (message: TypedData) => Promise<string>;
  /** Sends a claim, at the expense of `payer`. */
  readonly claim: (claim: PayoutClaim) => Promise<{ readonly hash: string }>;
  readonly payer: string;
  readonly random: (length: number) => Uint8Array;
  readonly holdingOf: (pool: string, contribution: string) => Holding | undefined;
  /** Sends a message that is on disk; once while this process lives, for it may be sent again at any time. */
  readonly sendOnce: (key: string, send: () => Promise<void>) => Promise<void>;
  /** Does what must not be done twice at a time, unless it is being done. */
  readonly alone: (key: string, work: () => Promise<void>) => Promise<void>;
  readonly farewells: Farewells;
}

/** A coordinator by the name that the provider gave it. */
export interface Coordinator {
  readonly name: string;
  readonly api: CoordinatorApi;
}
