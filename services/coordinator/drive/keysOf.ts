import type { PartyKeys } from "#sdk/reduce/index.ts";
import type { Enrolment } from "#sdk/rounds/enrolment.ts";

/** The keys by which a device takes part in a sum. */
export const keysOf = ({ maskKey, shareKey, seedCommitment }: Enrolment): PartyKeys => ({
  maskKey,
  shareKey,
  seedCommitment,
});
