import { findAttesterSet } from "#sdk/actions/attester/findAttesterSet.ts";
import { poolAt } from "#sdk/chain/contracts.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { read } from "#sdk/chain/read.ts";
import { DatawellError } from "#sdk/errors/DatawellError.ts";
import type { AttesterSet } from "#sdk/types/Attestation.ts";

/**
 * The attesters of a pool.
 * @throws DatawellError BadInput where nobody can tell them yet
 */
export async function attesterSetOf(client: Datawell, pool: string): Promise<AttesterSet> {
  const hash = await read(client, poolAt(pool), "attesterSet", []);
  const found = await findAttesterSet(client, { pool, hash });
  if (found !== undefined) return found;
  const what = "The attesters of this dataset cannot be told from what the chain keeps of them";
  const advice = "Be its first to contribute by the command line, naming them with --set; others need not";
  throw new DatawellError("BadInput", { what, advice });
}
