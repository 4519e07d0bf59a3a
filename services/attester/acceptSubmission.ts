import { computeHmac, concat, sha256, toUtf8Bytes } from "ethers";
import { contributions } from "#sdk/actions/pool/contributions.ts";
import { terms } from "#sdk/actions/pool/terms.ts";
import { contributionId } from "#sdk/attestation/contributionId.ts";
import type { ChallengeAnswer, Submission } from "#sdk/attestation/wire.ts";
import { fromWire } from "#sdk/attestation/wireContribution.ts";
import { now } from "#sdk/chain/now.ts";
import type { Attester } from "./Attester.ts";
import { checkActive } from "./checks/checkActive.ts";
import { checkClaim } from "./checks/checkClaim.ts";
import { checkDocuments } from "./checks/checkDocuments.ts";
import { checkFingerprints } from "./checks/checkFingerprints.ts";
import { checkTimes } from "./checks/checkTimes.ts";
import { parentOf } from "./checks/parentOf.ts";
import { fromChain } from "./fromChain.ts";
import { refusal } from "./refusal.ts";
import { spend } from "./state/spend.ts";
import { keepSubmission, sameSubmission, submissionText } from "./state/submissions.ts";

/**
 * Takes a submission in, once and for all, and answers this attester's half of what will be opened. The same submission
 * gets the same answer at any time.
 * @throws ServiceError 403 NotTheProvider; what the checks throw; 409 AlreadySubmitted; 429 QuotaSpent
 */
export async function acceptSubmission(
  attester: Attester,
  account: string,
  submission: Submission,
): Promise<ChallengeAnswer> {
  requireProvider(account, submission);
  if (!(await sameSubmission(attester.database, submission))) {
    await check(attester, submission);
    await spend(attester, [{ account, kind: "submissions", amount: 1, limit: attester.quotas.submissions }]);
    await keepSubmission(attester.database, submission);
    await sameSubmission(attester.database, submission); // another process may have kept something else meanwhile
  }
  return {
    id: contributionId(fromWire(submission.contribution)),
    half: attesterHalf(attester.challengeSecret, submission),
  };
}

const DOMAIN = toUtf8Bytes("datawell.attesterHalf.v1");

/** Fixed by all that was submitted, unknown to the device until then; nothing to choose for the attester either. */
export const attesterHalf = (secret: string, submission: Submission): string =>
  computeHmac("sha256", secret, concat([DOMAIN, sha256(toUtf8Bytes(submissionText(submission)))]));

function requireProvider(account: string, { contribution: { provider } }: Submission): void {
  if (provider.toLowerCase() === account.toLowerCase()) return;
  throw refusal(
    "NotTheProvider",
    `${account} is not the provider of this contribution`,
    "Sign in as its provider",
    403,
  );
}

async function check(attester: Attester, submission: Submission): Promise<void> {
  const { client, key } = attester;
  const { pool } = submission;
  const { token, similarityLanes } = await fromChain(() => terms(client, { pool }));
  await checkActive(attester);
  checkTimes(submission, await fromChain(() => now(client)));
  const fields = await checkDocuments(client, token, submission);
  checkClaim(submission, fields);
  const others = (await fromChain(() => contributions(client, { pool }))).map(({ contribution }) => contribution);
  parentOf(submission, others);
  checkFingerprints(key, submission, { others, lanes: Number(similarityLanes) });
}
