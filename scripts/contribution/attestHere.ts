import type { ContractRunner } from "ethers";
import type { Datawell } from "#sdk/chain/datawell.ts";
import type { AttesterSignature } from "#sdk/types/Attestation.ts";
import { attestOnce, verdictBefore } from "../../services/attester/journal/attestOnce.ts";
import { fileJournal } from "../../services/attester/journal/fileJournal.ts";
import { list } from "../input/list.ts";
import { accountOf } from "../tasks/accountOf.ts";
import type { Session } from "../tasks/Session.ts";
import type { Assessed } from "./assess.ts";

/** What attesters said of a contribution. */
export interface Attested extends Assessed {
  readonly signatures: readonly AttesterSignature[];
}

interface ToAttest {
  readonly pool: string;
  readonly found: Assessed;
  readonly attesters: string;
  readonly journal: string;
}

/**
 * Has accounts of this network sign as attesters, one after another. What one of them found before, perhaps on a dry
 * run, is what all of them say: records lose freshness while the user thinks.
 */
export async function attestHere(
  { client, accounts }: Session,
  { pool, found, attesters, journal: path }: ToAttest,
): Promise<Attested> {
  const journal = fileJournal(path);
  const withRunner = (runner: ContractRunner): Datawell => ({ ...client, runner });
  const clients = list(attesters).map((one) => withRunner(accountOf(accounts, one, "attesters")));
  const { contribution } = found;
  const before = await Promise.all(clients.map((one) => verdictBefore(one, journal, { pool, contribution })));
  const assessment = { ...found.assessment, ...before.find((one) => one !== undefined) };
  const signatures: AttesterSignature[] = [];
  for (const one of clients) signatures.push(await attestOnce(one, journal, { pool, contribution, assessment }));
  return { contribution, assessment, signatures };
}
