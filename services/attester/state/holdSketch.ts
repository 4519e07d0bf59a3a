import type { Submission } from "#sdk/attestation/wire.ts";
import { laneAgreement } from "#sdk/math/laneAgreement.ts";
import type { Attester } from "../Attester.ts";
import { refusal } from "../refusal.ts";

interface Terms {
  readonly lanes: number; // of 64: the pool's threshold of a near duplicate
  readonly now: bigint; // unix seconds
}

/**
 * Marks a submission as signed until its deadline, unless that holds for a near copy of another provider: whichever comes
 * to the pool second could be slashed, and neither is there yet.
 * @throws ServiceError 422 NearDuplicate
 */
export async function holdSketch({ database }: Attester, submission: Submission, { lanes, now }: Terms): Promise<void> {
  const { contribution, deadline } = submission;
  const { contentRoot, sketch } = contribution;
  const [pool, provider] = [submission.pool.toLowerCase(), contribution.provider.toLowerCase()];
  await database.transaction(async (queries) => {
    const signed = await queries.query<{ sketch: string }>(
      "SELECT sketch FROM attester_submissions WHERE pool = ? AND signed_until > ? AND provider <> ?",
      [pool, now, provider],
    );
    if (signed.some((one) => laneAgreement(one.sketch, sketch) >= lanes)) throw nearDuplicate();
    await queries.run(
      "UPDATE attester_submissions SET signed_until = ? WHERE pool = ? AND provider = ? AND content_root = ?",
      [BigInt(deadline), pool, provider, contentRoot],
    );
  });
}

const nearDuplicate = () =>
  refusal(
    "NearDuplicate",
    "Another provider has had a near copy of this attested, and may bring it to the pool until its deadline",
    "Contribute records of your own; if these are, come again when a month is over at the latest",
  );
