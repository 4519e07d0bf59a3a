import { agree } from "#sdk/attestation/agree.ts";
import { attesterAt } from "#sdk/attestation/attesterAt.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import type { AttesterSet } from "#sdk/types/Attestation.ts";

export interface ChooseParams {
  readonly pool: string;
  readonly set: AttesterSet;
  readonly attesters: readonly string[]; // addresses of their services
  readonly refused: ReadonlySet<string>; // of them, those that did not sign before
}

/**
 * As many attesters as must sign, of those that can be asked, whoever refused before last: each of them sees a few records. All, if none can be asked: then they will say why.
 */
export async function choose(client: Datawell, params: ChooseParams): Promise<readonly string[]> {
  const { pool, set, attesters, refused } = params;
  const services = attesters.map((url) => attesterAt(client, url));
  try {
    const { asked } = await agree(services, { pool, set, chainId: client.chainId });
    const urls = asked.map(({ service }) => service.url);
    return fewest(urls, refused, Number(set.threshold));
  } catch {
    return attesters;
  }
}

/** The first so many, those that refused last. */
export const fewest = (urls: readonly string[], refused: ReadonlySet<string>, count: number): readonly string[] =>
  [...urls.filter((url) => !refused.has(url)), ...urls.filter((url) => refused.has(url))].slice(0, count);
