import { dataSlice, getAddress, toBigInt } from "ethers";
import type { Datawell } from "../../chain/datawell.ts";
import { providerOf } from "../../chain/providerOf.ts";
import { DatawellError } from "../../errors/DatawellError.ts";
import type { Dataset, PoolParams } from "../../types/Dataset.ts";

/** A pool's terms, which lie in its code, with whose they are. */
export interface Terms extends PoolParams {
  readonly maker: string;
  readonly token: string;
  readonly pair: string;
}

const CLONE = 45; // bytes of ERC-1167 code in front of the arguments
const SIZE = 256; // bytes of arguments: contracts/libraries/PoolArgs.sol

/**
 * The terms that a pool was created with; `status` tells today's price, minimum quality and unit price.
 * @throws DatawellError UnknownPool
 */
export async function terms(client: Datawell, { pool }: Pick<Dataset, "pool">): Promise<Terms> {
  const code = await providerOf(client).getCode(pool);
  if (code.length !== 2 + 2 * (CLONE + SIZE)) throw new DatawellError("UnknownPool", { pool });
  return parse(dataSlice(code, CLONE));
}

function parse(args: string): Terms {
  const bytes = (offset: number, size: number) => dataSlice(args, offset, offset + size);
  const address = (offset: number) => getAddress(bytes(offset, 20));
  const number = (offset: number, size: number) => toBigInt(bytes(offset, size));
  const flags = number(219, 1);
  return {
    maker: address(0),
    maxIncentive: number(20, 12),
    token: address(32),
    updateMax: number(52, 12),
    pair: address(64),
    allocation: number(84, 12),
    gate: address(96),
    unitPrice: number(116, 12),
    arbiter: address(128),
    price: number(148, 12),
    attesterSet: bytes(160, 32),
    minQuality: number(212, 2),
    slashBps: number(214, 2),
    burnBps: number(216, 2),
    similarityLanes: number(218, 1),
    staking: (flags & 1n) !== 0n,
    rewardInBase: (flags & 2n) !== 0n,
    listed: (flags & 4n) !== 0n,
    minCohort: number(220, 4),
    challengeWindow: number(224, 4),
    unbonding: number(228, 4),
    licencePeriod: number(232, 4),
    privacyPeriod: number(236, 4),
    epsilonPerJob: number(240, 8),
    epsilonPerPeriod: number(248, 8),
  };
}
