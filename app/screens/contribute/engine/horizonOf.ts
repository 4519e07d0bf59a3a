import { agree } from "#sdk/attestation/agree.ts";
import { attesterAt } from "#sdk/attestation/attesterAt.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import type { AttesterSet } from "#sdk/types/Attestation.ts";

export interface HorizonParams {
  readonly pool: string;
  readonly set: AttesterSet;
  readonly attesters: readonly string[]; // addresses of their services
}

/** The age (seconds) at which records lose their freshness, as the attesters say; undefined: none of them tells. */
export async function horizonOf(
  client: Datawell,
  { pool, set, attesters }: HorizonParams,
): Promise<number | undefined> {
  try {
    const services = attesters.map((url) => attesterAt(client, url));
    return (await agree(services, { pool, set, chainId: client.chainId })).freshnessHorizon;
  } catch {
    return undefined; // they will say why when they are asked to attest
  }
}
