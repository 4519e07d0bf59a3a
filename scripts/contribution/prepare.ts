import { ZeroHash } from "ethers";
import { terms } from "#sdk/actions/pool/terms.ts";
import { now } from "#sdk/chain/now.ts";
import { tokenAt } from "#sdk/chain/contracts.ts";
import { read } from "#sdk/chain/read.ts";
import { contentRoot } from "#sdk/data/contentRoot.ts";
import { dataUnits } from "#sdk/data/dataUnits.ts";
import type { Field, Row } from "#sdk/data/table.ts";
import { declaredFields } from "#sdk/metadata/declaredFields.ts";
import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import { parseMetadata } from "#sdk/metadata/validateMetadata.ts";
import { ContributionKind } from "#sdk/types/Contribution.ts";
import { bytes32 } from "../input/bytes32.ts";
import { duration } from "../input/duration.ts";
import { readTable } from "../input/readTable.ts";
import { readText } from "../input/readText.ts";
import { secret } from "../input/secret.ts";
import type { Named } from "../tasks/datasetOf.ts";
import type { Session } from "../tasks/Session.ts";
import type { ContributionFile } from "./ContributionFile.ts";

/** What a provider says of its contribution. */
export interface PrepareArgs {
  readonly file: string;
  readonly key: string;
  readonly metadata: string | undefined;
  readonly remote: boolean;
  readonly validFor: string;
  readonly parent?: string | undefined;
}

export interface Prepared {
  readonly file: ContributionFile;
  readonly rows: readonly Row[];
}

/** Commits to the records: all of a contribution that its provider can know alone. */
export async function prepare(session: Session, dataset: Named, args: PrepareArgs): Promise<Prepared> {
  const { client, user } = session;
  const declared = await declarationOf(session, dataset, args.metadata);
  const { fields, rows } = await readTable(args.file, "file", declared.fields);
  const [{ similarityLanes }, assessedAt] = await Promise.all([terms(client, dataset), now(client)]);
  const contribution = {
    provider: user,
    kind: args.remote ? ContributionKind.Remote : ContributionKind.Device,
    contentRoot: contentRoot(rows, secret(args.key, "key")),
    metadata: declared.digest,
    units: dataUnits(rows, fields),
    parent: args.parent === undefined ? ZeroHash : bytes32(args.parent, "parent"),
  };
  const deadline = assessedAt + duration(args.validFor, "valid-for");
  const file = {
    chainId: client.chainId,
    pool: dataset.pool,
    similarityLanes,
    contribution,
    fields,
    assessedAt,
    deadline,
  };
  return { file, rows };
}

interface Declaration {
  readonly fields?: readonly Field[]; // absent: those that the records show
  readonly digest: string;
}

async function declarationOf({ client }: Session, { token }: Named, path: string | undefined): Promise<Declaration> {
  if (path !== undefined) {
    const document = parseMetadata(readText(path, "metadata"));
    return { fields: declaredFields(document), digest: metadataDigest(document) };
  }
  const version = await read(client, tokenAt(token), "metadataVersion", []);
  return { digest: await read(client, tokenAt(token), "metadataAt", [version]) };
}
