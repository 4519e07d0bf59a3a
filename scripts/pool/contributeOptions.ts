import { JOURNAL } from "../attester/journalOption.ts";
import { flag, optional, required, standard } from "../tasks/option.ts";

/** What `pool contribute` and `pool update` have in common. */
export interface ContributeArgs {
  readonly dataset: string;
  readonly file: string | undefined;
  readonly key: string | undefined;
  readonly metadata: string | undefined;
  readonly remote: boolean;
  readonly validFor: string;
  readonly out: string | undefined;
  readonly attesters: string | undefined;
  readonly attesterKey: string | undefined;
  readonly journal: string | undefined;
  readonly attestations: string | undefined;
  readonly consent: string | undefined;
  readonly set: string | undefined;
  readonly threshold: string | undefined;
}

export const CONTRIBUTE = {
  dataset: required("Dataset: symbol, name or address of its token"),
  file: optional("The records (.csv, .json, .jsonl or .parquet)"),
  key: optional("Your secret for these records, 0x and 64 hex digits, or @file that holds it; keep it"),
  metadata: optional("schema.org document that declares the fields (default: the fields that the records show)"),
  remote: flag("Licence holders fetch the records from an encrypted address (default: they stay on your device)"),
  validFor: standard("1d", "How long the attestations may be used, such as 1d"),
  out: optional("First step: write what attesters on other machines need to this file, and send nothing"),
  attesters: optional("Attesters among this network's accounts who measure and sign here and now, such as 5,6"),
  attesterKey: optional("The attesters' shared secret, with --attesters; @file reads it from a file"),
  journal: JOURNAL,
  attestations: optional("Last step: files from `attester attest`, separated by commas, instead of --file"),
  consent: optional("The provider's consent from `pool consent`, with --attestations: to submit for somebody else"),
  set: optional("All attesters of the pool, if they cannot be found among those registered"),
  threshold: optional("How many of them must agree, with --set (default: all)"),
};
