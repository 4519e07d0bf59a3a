import { poolAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { read } from "../../chain/read.ts";
import { burnDown } from "../../math/job/burnDown.ts";

export interface JobQuoteParams {
  readonly pool: string;
  readonly maxUnits: bigint;
  readonly coordinatorFee: bigint; // ALITA wei
}

/** What a job costs at most, now. */
export interface JobQuote {
  readonly base: bigint; // ALITA wei with both legs brought, the coordinator's fee included
  readonly data: bigint; // Data Token wei
  readonly baseAlone: bigint; // ALITA wei if the Data Token is bought inside; 2^256 - 1: the pair has too little
  readonly work: bigint; // ALITA wei of `base` for the work
  readonly fee: bigint; // ALITA wei of `base` for the coordinator
  readonly burn: bigint; // Data Token wei of `data` that are burned
  readonly cohort: bigint; // providers in the pool now
  readonly open: boolean; // the pool takes jobs
}

/**
 * What `open` would cost now for `maxUnits` compute units; unused units come back.
 * @throws DatawellError OracleTooYoung, UnknownPool
 */
export async function quote(client: Datawell, { pool, maxUnits, coordinatorFee }: JobQuoteParams): Promise<JobQuote> {
  const [[base, data, baseAlone], { burnBps, cohort, open }] = await Promise.all([
    read(client, client.billing, "quote", [pool, maxUnits, coordinatorFee]),
    read(client, poolAt(pool), "computeTerms", []),
  ]);
  const burn = maxUnits === 0n ? 0n : maxUnits * burnDown(data / maxUnits, burnBps);
  return { base, data, baseAlone, work: base - coordinatorFee, fee: coordinatorFee, burn, cohort, open };
}
