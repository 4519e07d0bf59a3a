import { DataPoolAbi, DataTokenAbi, PairAbi } from "../abis.ts";
import type { At } from "./abi.ts";

/** A dataset's Data Token, or any other ERC-20 as far as it goes. */
export const tokenAt = (address: string): At<typeof DataTokenAbi> => ({ address, abi: DataTokenAbi });

/** A dataset's market. */
export const pairAt = (address: string): At<typeof PairAbi> => ({ address, abi: PairAbi });

/** A dataset's pool. */
export const poolAt = (address: string): At<typeof DataPoolAbi> => ({ address, abi: DataPoolAbi });
