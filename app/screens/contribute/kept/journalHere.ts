import { type DeviceJournal, journalOn } from "#sdk/attestation/DeviceJournal.ts";
import { site } from "../../../chain/site.ts";

/** What this browser has begun to have attested on the page's chain, beside the secrets that it keeps. */
export function journalHere(): DeviceJournal {
  const { chainId, contracts } = site().deployment;
  return journalOn(localStorage, `datawell.attestations.${chainId}.${contracts.DatasetFactory.address}`);
}
