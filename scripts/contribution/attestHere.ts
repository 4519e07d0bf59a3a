import { attest } from "#sdk/actions/attester/attest.ts";
import type { AttesterSignature } from "#sdk/types/Attestation.ts";
import { list } from "../input/list.ts";
import { accountOf } from "../tasks/accountOf.ts";
import type { Session } from "../tasks/Session.ts";
import type { Assessed } from "./assess.ts";

/** What attesters said of a contribution. */
export interface Attested extends Assessed {
  readonly signatures: readonly AttesterSignature[];
}

/** Has accounts of this network sign as attesters, one after another. */
export async function attestHere(
  { client, accounts }: Session,
  { pool, found, attesters }: { readonly pool: string; readonly found: Assessed; readonly attesters: string },
): Promise<Attested> {
  const signatures: AttesterSignature[] = [];
  for (const one of list(attesters)) {
    const runner = accountOf(accounts, one, "attesters");
    signatures.push(await attest({ ...client, runner }, { pool, ...found }));
  }
  return { ...found, signatures };
}
