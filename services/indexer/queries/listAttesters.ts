import type { IndexedAttester } from "#sdk/indexer/types.ts";
import { attesters } from "../tables/attesters.ts";
import { fromCursor, type Page, type PageParams, toPage } from "./Page.ts";
import type { Reading } from "./Reading.ts";
import { select } from "./select.ts";
import { orNull } from "./wire.ts";

/** Everybody who ever bonded as an attester, by address. */
export async function listAttesters(
  { queries }: Reading,
  { limit, cursor }: PageParams,
): Promise<Page<IndexedAttester>> {
  const after = cursor === undefined ? [""] : fromCursor(cursor, ["text"]);
  const rows = await select(queries, attesters, "WHERE attester > ? ORDER BY attester LIMIT ?", [...after, limit + 1]);
  return toPage(
    rows,
    limit,
    ({ attester, bond, withdrawableAt, barred, registeredAt }) => ({
      attester,
      bond: bond.toString(),
      active: bond > 0n && withdrawableAt === 0,
      withdrawableAt: orNull(withdrawableAt),
      barred,
      registeredAt,
    }),
    ({ attester }) => [attester],
  );
}
