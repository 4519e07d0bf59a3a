import canonicalize from "canonicalize";
import { contributionId } from "#sdk/attestation/contributionId.ts";
import type { Submission } from "#sdk/attestation/wire.ts";
import { fromWire } from "#sdk/attestation/wireContribution.ts";
import type { Database } from "../../shared/database/index.ts";
import { refusal } from "../refusal.ts";

/** A submission as it is remembered and compared: RFC 8785, so that the order of names does not count. */
const textOf = (submission: object): string => canonicalize(submission) as string;

/** What a draw follows from: all of a submission but when it was measured, and what changes with that. */
export function drawnText({ assessedAt: _moment, deadline: _end, claim, ...fixed }: Submission): string {
  const { freshness: _freshness, ...lasting } = claim;
  return textOf({ ...fixed, claim: lasting });
}

export const isSame = (one: Submission, other: Submission): boolean => textOf(one) === textOf(other);

/** What its provider submitted before under this content root. */
export async function keptSubmission(database: Database, submission: Submission): Promise<Submission | undefined> {
  const { pool, contribution } = submission;
  const [kept] = await database.query<{ body: string }>(
    "SELECT body FROM attester_submissions WHERE pool = ? AND provider = ? AND content_root = ?",
    [pool.toLowerCase(), contribution.provider.toLowerCase(), contribution.contentRoot],
  );
  return kept && (JSON.parse(kept.body) as Submission);
}

/**
 * Whether a submission says again what was said before, measured anew because the deadline is over. The draw stays the
 * same, so the device knows it by now: it may not claim its records to be fresher.
 * @throws ServiceError 409 AlreadySubmitted
 */
export function requireRenewal(before: Submission, submission: Submission, now: bigint): void {
  const isOver = BigInt(before.deadline) <= now;
  const isFresher = (submission.claim.freshness ?? 0) > (before.claim.freshness ?? 0);
  if (isOver && !isFresher && drawnText(before) === drawnText(submission)) return;
  throw alreadySubmitted();
}

/**
 * Remembers a submission in the place of what it renews, if anything.
 * @throws ServiceError 409 AlreadySubmitted where another process has kept something else meanwhile
 */
export async function keepSubmission(
  database: Database,
  submission: Submission,
  before: Submission | undefined,
): Promise<void> {
  const { pool, contribution } = submission;
  const { contentRoot, provider, sketch } = contribution;
  const id = contributionId(fromWire(contribution));
  await database.run(
    `INSERT INTO attester_submissions (pool, provider, content_root, id, body, sketch) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (pool, provider, content_root) DO UPDATE SET body = excluded.body
     WHERE attester_submissions.body = ?`,
    [
      pool.toLowerCase(),
      provider.toLowerCase(),
      contentRoot,
      id,
      textOf(submission),
      sketch,
      before === undefined ? "" : textOf(before),
    ],
  );
  const kept = await keptSubmission(database, submission);
  if (kept === undefined || !isSame(kept, submission)) throw alreadySubmitted();
}

/**
 * What its provider submitted under this id for a pool.
 * @throws ServiceError 404 UnknownContribution: others learn no more
 */
export async function submissionBy(
  database: Database,
  { pool, id, provider }: { readonly pool: string; readonly id: string; readonly provider: string },
): Promise<Submission> {
  const [kept] = await database.query<{ body: string }>(
    "SELECT body FROM attester_submissions WHERE pool = ? AND id = ? AND provider = ?",
    [pool.toLowerCase(), id, provider.toLowerCase()],
  );
  if (kept !== undefined) return JSON.parse(kept.body) as Submission;
  throw refusal("UnknownContribution", "You submitted no such contribution", "Submit it first", 404);
}

const alreadySubmitted = () =>
  refusal(
    "AlreadySubmitted",
    "You submitted something else with this content root before",
    "Submit the same again, measured anew once its deadline is over: a root has one draw of what is opened",
    409,
  );
