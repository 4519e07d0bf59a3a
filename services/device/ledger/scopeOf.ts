import { getAddress } from "ethers";
import type { Datawell } from "#sdk/chain/datawell.ts";

/** Whose memory on which chain: the first column of each of a ledger's tables. */
export const scopeOf = ({ chainId }: Datawell, provider: string): string => `${chainId}:${getAddress(provider)}`;
