import { computeHmac, concat, sha256, toUtf8Bytes } from "ethers";
import { terms } from "#sdk/actions/pool/terms.ts";
import { contributionId } from "#sdk/attestation/contributionId.ts";
import type { ChallengeAnswer, Submission } from "#sdk/attestation/wire.ts";
import { fromWire } from "#sdk/attestation/wireContribution.ts";
import { now } from "#sdk/chain/now.ts";
import type { Attester } from "./Attester.ts";
import { checkActive } from "./checks/checkActive.ts";
import { checkClaim } from "./checks/checkClaim.ts";
import { checkCopies } from "./checks/checkCopies.ts";
import { checkDocuments } from "./checks/checkDocuments.ts";
import { checkTag } from "./checks/checkTag.ts";
import { checkTimes } from "./checks/checkTimes.ts";
import { parentOf } from "./checks/parentOf.ts";
import { fromChain } from "./fromChain.ts";
import { refusal } from "./refusal.ts";
import { spend } from "./state/spend.ts";
import { drawnText, isSame, keepSubmission, keptSubmission, requireRenewal } from "./state/submissions.ts";

/**
 * Takes a submission in, once and for all, and answers this attester's half of what will be opened. The same submission
 * gets the same answer at any time. Any other costs its account one of the day, taken or refused, before the chain is asked.
 * @throws ServiceError 403 NotTheProvider; what the checks throw; 409 AlreadySubmitted; 429 QuotaSpent
 */
export async function acceptSubmission(
  attester: Attester,
  account: string,
  submission: Submission,
): Promise<ChallengeAnswer> {
  requireProvider(account, submission);
  const { database, quotas } = attester;
  const before = await keptSubmission(database, submission);
  if (before === undefined || !isSame(before, submission)) {
    await spend(attester, [{ account, kind: "submissions", amount: 1, limit: quotas.submissions }]);
    await check(attester, submission, before);
    await keepSubmission(database, submission, before);
  }
  return {
    id: contributionId(fromWire(submission.contribution)),
    half: attesterHalf(attester.challengeSecret, submission),
  };
}

const DOMAIN = toUtf8Bytes("datawell.attesterHalf.v1");

/** Fixed by all that was submitted but its moment, and unknown to the device until then. */
export const attesterHalf = (secret: string, submission: Submission): string =>
  computeHmac("sha256", secret, concat([DOMAIN, sha256(toUtf8Bytes(drawnText(submission)))]));

function requireProvider(account: string, { contribution: { provider } }: Submission): void {
  if (provider.toLowerCase() === account.toLowerCase()) return;
  throw refusal(
    "NotTheProvider",
    `${account} is not the provider of this contribution`,
    "Sign in as its provider",
    403,
  );
}

async function check(attester: Attester, submission: Submission, before: Submission | undefined): Promise<void> {
  const { client, key, contributionsOf } = attester;
  const { pool } = submission;
  checkTag(key, submission);
  const moment = await fromChain(() => now(client));
  if (before !== undefined) requireRenewal(before, submission, moment);
  checkTimes(submission, moment);
  const { token, similarityLanes } = await fromChain(() => terms(client, { pool }));
  await checkActive(attester);
  const fields = await checkDocuments(client, token, submission);
  checkClaim(submission, fields);
  const others = await contributionsOf(pool);
  parentOf(submission, others);
  checkCopies(submission, { others, lanes: Number(similarityLanes) });
}
