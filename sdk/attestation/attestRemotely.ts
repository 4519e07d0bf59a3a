import { ZeroHash } from "ethers";
import { contributions } from "../actions/pool/contributions.ts";
import { terms } from "../actions/pool/terms.ts";
import { createSession } from "../auth/createSession.ts";
import { PURPOSE } from "../auth/Delegation.ts";
import type { Datawell } from "../chain/datawell.ts";
import { now } from "../chain/now.ts";
import { signerOf } from "../chain/signerOf.ts";
import { contentRoot } from "../data/contentRoot.ts";
import { dataUnits } from "../data/dataUnits.ts";
import { novelty } from "../data/novelty.ts";
import { declaredFields } from "../metadata/declaredFields.ts";
import { metadataDigest } from "../metadata/metadataDigest.ts";
import { type Contribution, ContributionKind } from "../types/Contribution.ts";
import { AttestationError } from "./AttestationError.ts";
import { type Agreed, agree } from "./agree.ts";
import { attesterAt } from "./attesterAt.ts";
import { type Begun, begin } from "./begin.ts";
import type { BlindSketch } from "./blindSketch.ts";
import { claim } from "./claimed.ts";
import { collectSignatures } from "./collectSignatures.ts";
import type { RemoteAttestation, RemoteAttestationParams } from "./RemoteAttestation.ts";
import { sketchWith } from "./sketchWith.ts";

const DAY = 86_400n;

/**
 * Has a contribution attested by services that never get the records: they evaluate the tag and the sketch blindly, draw
 * a few records after everything is fixed, and sign what those do not refute. What comes back is what `pool.contribute`
 * takes. Called again with the same records, secret, journal and documents it takes up what was begun. The account signs once, for
 * a session that signs the requests.
 * @throws AttestationError DifferentKeys, DifferentTerms, WrongFields, UnknownParent, TooFewSignatures
 * @throws DatawellError NoSigner, Rejected, UnknownPool, Unreachable
 * @throws DataError TooFewFeatures, InvalidKey
 */
export async function attestRemotely(client: Datawell, params: RemoteAttestationParams): Promise<RemoteAttestation> {
  checkFields(params);
  const { attesters, fetch } = params;
  const session = createSession(client, { purpose: PURPOSE.attestation, audiences: attesters });
  const agreed = await agree(
    attesters.map((url) => attesterAt(client, url, { session, ...(fetch && { fetch }) })),
    { ...params, chainId: client.chainId },
  );
  const { sketched, refusals } = await sketchWith(agreed, params);
  const contribution = await contributionOf(client, params, sketched);
  const found = await noveltyOf(client, params, contribution);
  const name = [client.chainId, params.pool.toLowerCase(), contribution.contentRoot].join("/");
  const begun = await beginNow(client, agreed, params, name);
  const claimed = await claim({ params, novelty: found, begun });
  const collected = await collectSignatures(client, agreed, { params, name, contribution, claimed, sketched });
  const all = [...agreed.refusals, ...refusals, ...collected.refusals];
  const missing = Number(params.set.threshold) - collected.signatures.length;
  if (missing > 0) {
    throw new AttestationError(
      "TooFewSignatures",
      `${collected.signatures.length} attesters signed, ${params.set.threshold} must`,
      "See what each of them says, correct it and try again",
      all,
    );
  }
  const signatures = collected.signatures.slice(0, Number(params.set.threshold));
  return { contribution, assessment: claimed.assessment, signatures, refusals: all };
}

/** The records must be under the very declaration that the attesters will read. */
function checkFields({ table, metadata }: RemoteAttestationParams): void {
  if (JSON.stringify(table.fields.map(plain)) === JSON.stringify(declaredFields(metadata).map(plain))) return;
  throw new AttestationError(
    "WrongFields",
    "the records are not under the fields that the metadata declares",
    "Read them with the declared fields",
  );
}

const plain = ({ name, type, nullable }: RemoteAttestationParams["table"]["fields"][number]) => [name, type, nullable];

async function contributionOf(
  client: Datawell,
  { table, secret, metadata, kind = ContributionKind.Device, parent }: RemoteAttestationParams,
  { contentTag, sketch }: BlindSketch,
): Promise<Contribution> {
  return {
    provider: await signerOf(client).getAddress(),
    kind,
    contentRoot: contentRoot(table.rows, secret),
    contentTag,
    sketch,
    metadata: metadataDigest(metadata),
    units: dataUnits(table.rows, table.fields),
    parent: parent?.contentTag ?? ZeroHash,
  };
}

/** Begins at this moment, or goes on with what was begun under the name. */
async function beginNow(
  client: Datawell,
  { freshnessHorizon }: Agreed,
  params: RemoteAttestationParams,
  name: string,
): Promise<Begun> {
  const assessedAt = params.assessedAt ?? (await now(client));
  const { journal, deadline = assessedAt + DAY } = params;
  return begin(journal, name, { assessedAt, deadline, freshnessHorizon });
}

/** Basis points against the parent; 0 for a first contribution. */
async function noveltyOf(
  client: Datawell,
  { pool, table, parent }: RemoteAttestationParams,
  { provider, sketch }: Contribution,
): Promise<number> {
  if (parent === undefined) return 0;
  const [{ similarityLanes }, own] = await Promise.all([
    terms(client, { pool }),
    contributions(client, { pool, provider }),
  ]);
  const before = own.find(({ contribution }) => contribution.contentTag === parent.contentTag)?.contribution;
  if (before === undefined || before.contentRoot !== contentRoot(parent.table.rows, parent.secret)) {
    throw new AttestationError(
      "UnknownParent",
      "the pool has no contribution of yours with this tag and these records",
      "Name the one that this updates, with the records and the secret that it was made with",
    );
  }
  return novelty(
    { rows: parent.table.rows, sketch: before.sketch },
    { rows: table.rows, sketch },
    { fields: table.fields, lanes: Number(similarityLanes) },
  );
}
