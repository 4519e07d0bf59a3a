import { ZeroHash } from "ethers";
import { terms } from "#sdk/actions/pool/terms.ts";
import { type Challenge, commitmentOf, drawChallenge } from "#sdk/attestation/challenge.ts";
import { claimedQuality } from "#sdk/attestation/claim.ts";
import type { AttestationAnswer, Openings, Submission } from "#sdk/attestation/wire.ts";
import { fromWire } from "#sdk/attestation/wireContribution.ts";
import { now } from "#sdk/chain/now.ts";
import type { Field, Row } from "#sdk/data/table.ts";
import { DatawellError } from "#sdk/errors/DatawellError.ts";
import { declaredFields } from "#sdk/metadata/declaredFields.ts";
import { ServiceError } from "../shared/http/index.ts";
import { attesterHalf } from "./acceptSubmission.ts";
import type { Attester } from "./Attester.ts";
import { checkActive } from "./checks/checkActive.ts";
import { checkCopies } from "./checks/checkCopies.ts";
import { readDocument } from "./checks/checkDocuments.ts";
import { checkLanes } from "./checks/checkLanes.ts";
import { checkParentSample } from "./checks/checkParentSample.ts";
import { checkSample } from "./checks/checkSample.ts";
import { openedRows } from "./checks/openedRows.ts";
import { parentOf } from "./checks/parentOf.ts";
import { fromChain } from "./fromChain.ts";
import { attestOnce } from "./journal/attestOnce.ts";
import { refusal } from "./refusal.ts";
import { holdSketch } from "./state/holdSketch.ts";
import { spend } from "./state/spend.ts";
import { submissionBy } from "./state/submissions.ts";

/**
 * Holds opened records against a submission and signs it: the claimed assessment or nothing, and of one contribution
 * never a second one.
 * @throws ServiceError 404 UnknownContribution; 422 WrongHalf, WrongOpenings, ForgedOpening, ClaimRefuted, SketchRefuted,
 * NoveltyRefuted, NearDuplicate; 409 ContentExists, Equivocation; 429 QuotaSpent; 503
 */
export async function attestOpened(
  attester: Attester,
  account: string,
  { id, openings }: { readonly id: string; readonly openings: Openings },
): Promise<AttestationAnswer> {
  const submission = await submissionBy(attester.database, { pool: openings.pool, id, provider: account });
  await spend(attester, [{ account, kind: "openings", amount: 1, limit: attester.quotas.openings }]);
  const challenge = challengeOf(attester, submission, openings);
  const fields = declaredFields(readDocument(submission.document));
  const rows = checkOwn(attester, { submission, challenge, fields, openings });
  await checkParent(attester, { submission, challenge, fields, openings }, rows);
  await checkActive(attester);
  await requireUnlike(attester, submission);
  return sign(attester, submission);
}

interface Opened {
  readonly submission: Submission;
  readonly challenge: Challenge;
  readonly fields: readonly Field[];
  readonly openings: Openings;
}

function challengeOf({ challengeSecret, sample }: Attester, submission: Submission, { half }: Openings): Challenge {
  if (commitmentOf(half) !== submission.commitment) {
    throw refusal("WrongHalf", "This is not the half that was committed to", "Open the one behind the commitment");
  }
  const halves = { attester: attesterHalf(challengeSecret, submission), device: half };
  return drawChallenge(halves, { records: submission.claim.records, parent: submission.parentRecords }, sample);
}

/** The drawn rows, when they and their witnesses hold. */
function checkOwn(
  { key, freshnessHorizon }: Attester,
  { submission, challenge, fields, openings }: Opened,
): readonly Row[] {
  const { claim, contribution, assessedAt } = submission;
  const rows = openedRows({
    root: contribution.contentRoot,
    count: claim.records,
    width: fields.length,
    drawn: challenge.records,
    spare: challenge.lanes.length,
    openings: openings.records,
  });
  const drawn = challenge.records.map((index) => rows.get(index) as Row);
  const options = { now: Number(assessedAt), freshnessHorizon };
  checkSample({ rows: drawn, fields, claim, units: BigInt(contribution.units), options });
  checkLanes(key, { rows: [...rows.values()], fields, sketch: contribution.sketch, lanes: challenge.lanes });
  return drawn;
}

async function checkParent(
  { contributionsOf }: Attester,
  { submission, challenge, fields, openings }: Opened,
  rows: readonly Row[],
): Promise<void> {
  const { pool, contribution, parentRecords, novelty, claim } = submission;
  const parent = parentOf(submission, contribution.parent === ZeroHash ? [] : await contributionsOf(pool));
  if (parent === undefined) return;
  const opened = openedRows({
    root: parent.contentRoot,
    count: parentRecords,
    width: fields.length,
    drawn: challenge.parent,
    spare: 0,
    openings: openings.parent,
  });
  const { distinct, records } = claim;
  checkParentSample({ rows, parentRows: [...opened.values()], fields, novelty, distinct, records });
}

/** What nothing was like when it was submitted may have a copy by now: in the pool, or signed and on its way there. */
async function requireUnlike(attester: Attester, submission: Submission): Promise<void> {
  const { client, contributionsOf } = attester;
  const { pool } = submission;
  const { similarityLanes } = await fromChain(() => terms(client, { pool }));
  const lanes = Number(similarityLanes);
  checkCopies(submission, { others: await contributionsOf(pool), lanes });
  await holdSketch(attester, submission, { lanes, now: await fromChain(() => now(client)) });
}

async function sign({ client, journal, log }: Attester, submission: Submission): Promise<AttestationAnswer> {
  const { pool, claim, novelty, deadline } = submission;
  const quality = claimedQuality(claim);
  const assessment = { quality: BigInt(quality), novelty: BigInt(novelty), deadline: BigInt(deadline) };
  const contribution = fromWire(submission.contribution);
  try {
    const signed = await attestOnce(client, journal, { pool, contribution, assessment });
    log.info("attested", { pool, contribution: contribution.contentTag, quality, novelty });
    return { ...signed, quality, novelty, deadline };
  } catch (error) {
    if (!(error instanceof DatawellError)) throw error;
    if (error.name === "BadInput") throw unwritten(error);
    if (error.name !== "Equivocation") throw error;
    throw refusal("Equivocation", error.message.replace(/\.$/, ""), error.remedy, 409);
  }
}

/** Its file is the operator's matter, who reads the cause in the log. */
const unwritten = (cause: DatawellError): ServiceError =>
  new ServiceError({
    status: 503,
    code: "JournalUnavailable",
    fault: "The attester cannot write down what it would sign",
    remedy: "Try again later; nothing was signed",
    retryAfter: 60,
    cause,
  });
