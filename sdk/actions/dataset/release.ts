import type { Datawell } from "../../chain/datawell.ts";
import { encode } from "../../chain/encode.ts";
import { eventIn } from "../../chain/eventIn.ts";
import { type Sent, sent } from "../../chain/sent.ts";
import { transact } from "../../chain/transact.ts";
import type { EventArgs } from "../../chain/abi.ts";
import type { DatasetFactoryAbi } from "../../abis.ts";

/**
 * Gives the maker what was locked at launch, once the lock is over; anyone may.
 * @throws DatawellError StillLocked, NothingToRelease, UnknownDataset
 */
export async function release(
  client: Datawell,
  { token }: { readonly token: string },
): Promise<Sent<EventArgs<typeof DatasetFactoryAbi, "Release">>> {
  const { factory } = client;
  const receipt = await transact(client, { to: factory.address, calls: [encode(factory, "release", [token])] });
  return sent(receipt, eventIn(receipt, factory, "Release"));
}
