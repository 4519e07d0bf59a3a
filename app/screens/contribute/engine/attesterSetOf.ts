import { findAttesterSet } from "#sdk/actions/attester/findAttesterSet.ts";
import { poolAt } from "#sdk/chain/contracts.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { read } from "#sdk/chain/read.ts";
import { DatawellError } from "#sdk/errors/DatawellError.ts";
import type { AttesterSet } from "#sdk/types/Attestation.ts";

/** Sets by their hashes: none is looked for twice. */
const known = new Map<string, AttesterSet>();

/**
 * The attesters of a pool.
 * @throws DatawellError BadInput where nobody can tell them yet
 */
export async function attesterSetOf(client: Datawell, pool: string): Promise<AttesterSet> {
  const hash = await read(client, poolAt(pool), "attesterSet", []);
  const found = known.get(hash) ?? (await findAttesterSet(client, { pool, hash }));
  if (found !== undefined) {
    known.set(hash, found);
    return found;
  }
  const what = "The attesters of this dataset cannot be told from what the chain keeps of them";
  const advice = "Contribute by the command line, naming them with --set; whoever comes after need not";
  throw new DatawellError("BadInput", { what, advice });
}
