import { tokenAt } from "../../chain/contracts.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { encode } from "../../chain/encode.ts";
import { eventIn } from "../../chain/eventIn.ts";
import { type Sent, sent } from "../../chain/sent.ts";
import { transact } from "../../chain/transact.ts";

/**
 * The maker publishes a new version of the metadata document; old versions stay.
 * @param digest sha2-256 of the canonical document
 * @throws DatawellError OnlyMaker
 */
export async function publishMetadata(
  client: Datawell,
  { token, digest }: { readonly token: string; readonly digest: string },
): Promise<Sent<{ readonly version: bigint }>> {
  const at = tokenAt(token);
  const receipt = await transact(client, { to: token, calls: [encode(at, "publishMetadata", [digest])] });
  return sent(receipt, { version: eventIn(receipt, at, "MetadataPublished").version });
}
