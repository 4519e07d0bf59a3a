import canonicalize from "canonicalize";
import { contributionId } from "#sdk/attestation/contributionId.ts";
import type { Submission } from "#sdk/attestation/wire.ts";
import { fromWire } from "#sdk/attestation/wireContribution.ts";
import type { Database } from "../../shared/database/index.ts";
import { refusal } from "../refusal.ts";

/** A submission as it is remembered and hashed: RFC 8785, so that the order of names does not count. */
export const submissionText = (submission: Submission): string => canonicalize(submission) as string;

/**
 * What was submitted before under this content root, if it is the same.
 * @throws ServiceError 409 AlreadySubmitted where it is not
 */
export async function sameSubmission(database: Database, submission: Submission): Promise<boolean> {
  const { pool, contribution } = submission;
  const [kept] = await database.query<{ body: string }>(
    "SELECT body FROM attester_submissions WHERE pool = ? AND content_root = ?",
    [pool.toLowerCase(), contribution.contentRoot],
  );
  if (kept === undefined) return false;
  if (kept.body === submissionText(submission)) return true;
  throw refusal(
    "AlreadySubmitted",
    "Something else was submitted with this content root before",
    "Submit the same again: a root has one draw of what is opened",
    409,
  );
}

/** Remembers a submission; the first one under a content root stays. */
export async function keepSubmission(database: Database, submission: Submission): Promise<void> {
  const { pool, contribution } = submission;
  const { contentRoot, provider } = contribution;
  await database.run(
    `INSERT INTO attester_submissions (pool, id, content_root, provider, body) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    [
      pool.toLowerCase(),
      contributionId(fromWire(contribution)),
      contentRoot,
      provider.toLowerCase(),
      submissionText(submission),
    ],
  );
}

/**
 * What its provider submitted under this id.
 * @throws ServiceError 404 UnknownContribution: others learn no more
 */
export async function submissionBy(database: Database, id: string, provider: string): Promise<Submission> {
  const [kept] = await database.query<{ body: string }>(
    "SELECT body FROM attester_submissions WHERE id = ? AND provider = ?",
    [id, provider.toLowerCase()],
  );
  if (kept !== undefined) return JSON.parse(kept.body) as Submission;
  throw refusal("UnknownContribution", "You submitted no such contribution", "Submit it first", 404);
}
