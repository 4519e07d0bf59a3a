import type {
  AlitaAbi,
  AttesterRegistryAbi,
  BulletinBoardAbi,
  ComputeBillingAbi,
  DatasetFactoryAbi,
  RouterAbi,
} from "../abis.ts";
import type { At } from "./abi.ts";
import type { SendBatch } from "./Batch.ts";
import type { Runner } from "./ChainReader.ts";

/** One deployment, seen by one user: what every action of this SDK takes first. */
export interface Datawell {
  readonly chainId: bigint;
  /** Reads the chain; signs and sends as well if it is an ethers Signer. */
  readonly runner: Runner;
  /** Present where the user's wallet sends calls as one. */
  readonly batch?: SendBatch;
  /** The block of the deployment: nothing of Datawell happened before it. */
  readonly birth: number;
  readonly alita: At<typeof AlitaAbi>;
  readonly registry: At<typeof AttesterRegistryAbi>;
  readonly factory: At<typeof DatasetFactoryAbi>;
  readonly billing: At<typeof ComputeBillingAbi>;
  readonly router: At<typeof RouterAbi>;
  readonly board: At<typeof BulletinBoardAbi>;
}
