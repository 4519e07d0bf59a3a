import type { JsonRpcApiProvider } from "ethers";

/** A local chain whose clock and blocks obey us. */
export interface Chain {
  readonly provider: JsonRpcApiProvider;
  readonly close: () => Promise<void>;
}

/** Networks of hardhat.config.ts carry this id unless told otherwise. */
export const LOCAL_CHAIN_ID = 31_337;
