import { bytesOf } from "../crypto/hex.ts";
import type { Channel } from "../crypto/seal.ts";
import { createAgreement } from "../crypto/x25519.ts";
import { ReduceError } from "../ReduceError.ts";
import { checkKeys } from "./checkKeys.ts";
import type { Neighbour, Party } from "./Party.ts";

/** The channels between a device and one neighbour, both ways. */
export interface Channels {
  readonly neighbour: Neighbour;
  readonly out: Channel;
  readonly in: Channel;
}

/**
 * The channels to some neighbours, in their order.
 * @throws ReduceError BadKey
 */
export async function channelsOf(party: Party, neighbours: readonly Neighbour[]): Promise<readonly Channels[]> {
  const round = bytesOf(party.round, 32);
  const { publicKey, agree } = await createAgreement(bytesOf(party.secrets.shareSecret, 32));
  const own = { index: party.index, key: publicKey };
  return Promise.all(
    neighbours.map(async (neighbour): Promise<Channels> => {
      const other = { index: neighbour.index, key: bytesOf(checkKeys(neighbour.keys).shareKey, 32) };
      const agreed = await agree(other.key);
      const route = (from: typeof own, to: typeof own): Channel => ({
        agreed,
        round,
        from: from.index,
        to: to.index,
        fromKey: from.key,
        toKey: to.key,
      });
      return { neighbour, out: route(own, other), in: route(other, own) };
    }),
  );
}

/**
 * Refuses neighbours that are no set of others: the device itself, or one twice.
 * @throws ReduceError NotAPosition
 */
export function checkNeighbours({ index, neighbours }: Party): void {
  const indexes = neighbours.map((neighbour) => neighbour.index);
  if (!indexes.includes(index) && new Set(indexes).size === indexes.length) return;
  throw new ReduceError(
    "NotAPosition",
    "a device is its own neighbour, or one's twice",
    "Ask for the neighbours again",
  );
}
