import { computeHmac, concat, toUtf8Bytes } from "ethers";
import { isSignedBy } from "../auth/isSignedBy.ts";
import type { Datawell } from "../chain/datawell.ts";
import { providerOf } from "../chain/providerOf.ts";
import { attestationMessage } from "../signing/attestationMessage.ts";
import { digestOf } from "../signing/digestOf.ts";
import type { AttesterSignature } from "../types/Attestation.ts";
import type { Contribution } from "../types/Contribution.ts";
import { AttesterRefused } from "./AttesterRefused.ts";
import { type Agreed, type Asked, refusalIn } from "./agree.ts";
import type { BlindSketch } from "./blindSketch.ts";
import { commitmentOf, drawChallenge } from "./challenge.ts";
import type { Claimed } from "./claimed.ts";
import { contributionId } from "./contributionId.ts";
import { openRecords } from "./openRecords.ts";
import { requireFirstDraw } from "./requireFirstDraw.ts";
import type { AttesterRefusal, RemoteAttestationParams } from "./RemoteAttestation.ts";
import type { Submission } from "./wire.ts";
import { toWire } from "./wireContribution.ts";

const HALF = toUtf8Bytes("datawell.deviceHalf.v1");

interface Offer {
  readonly params: RemoteAttestationParams;
  readonly name: string; // of the content root in the device's journal
  readonly contribution: Contribution;
  readonly claimed: Claimed;
  readonly sketched: BlindSketch;
}

interface Collected {
  readonly signatures: readonly AttesterSignature[]; // one of each attester, checked
  readonly refusals: readonly AttesterRefusal[];
}

/** Submits to all attesters at once, opens to each what it draws, and takes the signatures that hold. */
export async function collectSignatures(client: Datawell, { asked }: Agreed, offer: Offer): Promise<Collected> {
  const answers = await Promise.allSettled(asked.map((one) => attestWith(client, one, offer)));
  const signed = answers.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  return {
    signatures: [...new Map(signed.map((one) => [one.attester, one])).values()],
    refusals: answers.flatMap((one) => (one.status === "rejected" ? [refusalIn(one.reason)] : [])),
  };
}

async function attestWith(client: Datawell, { service, info }: Asked, offer: Offer): Promise<AttesterSignature> {
  const { params, name, contribution, claimed } = offer;
  const id = contributionId(contribution);
  const half = deviceHalf(params, contribution, info.attester);
  const submission = submissionOf(offer, commitmentOf(half));
  const answer = await service.submit(submission);
  await requireFirstDraw(params.journal, name, { ...info, url: service.url, id, half: answer.half });
  const counts = { records: submission.claim.records, parent: submission.parentRecords };
  const challenge = drawChallenge({ attester: answer.half, device: half }, counts, info);
  const openings = openRecords({ ...params, sketched: offer.sketched }, params.parent, challenge);
  const { attester, signature } = await service.open(id, { pool: params.pool, half, ...openings });
  const message = attestationMessage(client, { pool: params.pool, contribution, assessment: claimed.assessment });
  const signed = { account: info.attester, digest: digestOf(message), signature };
  if (attester === info.attester && (await isSignedBy(providerOf(client), signed))) return { attester, signature };
  throw new AttesterRefused({
    attester: service.url,
    code: "BadSignature",
    fault: "its signature does not hold for what was submitted",
    remedy: "Ask another attester",
  });
}

/** The same at every attempt, so that a device that stopped goes on where it was. */
const deviceHalf = ({ secret, pool }: RemoteAttestationParams, contribution: Contribution, attester: string): string =>
  computeHmac("sha256", secret, concat([HALF, pool, contributionId(contribution), attester]));

function submissionOf({ params, contribution, claimed, sketched }: Offer, commitment: string): Submission {
  const { pool, metadata, dataset, parent } = params;
  return {
    pool,
    contribution: toWire(contribution),
    contentDigest: sketched.contentDigest,
    document: metadata,
    ...(dataset && { datasetDocument: dataset }),
    claim: claimed.claim,
    novelty: Number(claimed.assessment.novelty),
    parentRecords: parent?.table.rows.length ?? 0,
    assessedAt: claimed.assessedAt.toString(),
    deadline: claimed.assessment.deadline.toString(),
    commitment,
  };
}
