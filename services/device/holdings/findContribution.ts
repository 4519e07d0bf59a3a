import { resolve } from "node:path";
import { contributions } from "#sdk/actions/pool/contributions.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { contentRoot } from "#sdk/data/contentRoot.ts";
import type { Field } from "#sdk/data/table.ts";
import { ContributionKind } from "#sdk/types/Contribution.ts";
import { DeviceError } from "../DeviceError.ts";
import { readRecords } from "../records/readRecords.ts";
import { usableRows } from "../records/usableRows.ts";
import type { FileHolding } from "./createHoldings.ts";

export interface FindParams {
  readonly pool: string;
  readonly provider: string;
  readonly file: string;
  readonly fields?: readonly Field[]; // as declared; those that the records show unless told otherwise
  readonly secret: string; // the provider's key, by which the content root was made
}

/**
 * The provider's contribution that a file is: of all that the pool accepted, the one with this file's content root.
 * @throws DeviceError NotContributed, NotOnDevice, FileUnreadable, FileChanged; DataError InvalidKey
 */
export async function findContribution(client: Datawell, params: FindParams): Promise<FileHolding> {
  const { pool, provider, file, secret } = params;
  const { fields, rows } = await readRecords(file, params.fields);
  const root = contentRoot(rows, secret);
  const accepted = await contributions(client, { pool, provider });
  const found = accepted.find(({ contribution }) => contribution.contentRoot === root);
  if (found === undefined) {
    throw new DeviceError(
      "NotContributed",
      `${file} is none of ${provider}'s ${accepted.length} contributions to ${pool}`,
      "Use the file, key and declared fields that it was contributed with, or contribute it first",
    );
  }
  const { kind, units, contentTag } = found.contribution;
  if (kind !== ContributionKind.Device) {
    throw new DeviceError(
      "NotOnDevice",
      `${file} was contributed for licences`,
      "Contribute it as staying on its device",
    );
  }
  const usable = usableRows(rows, fields).length;
  if (BigInt(usable) !== units) {
    const fault = `${file} has ${usable} data units under these fields, ${units} on chain`;
    throw new DeviceError("FileChanged", fault, "Pass the dataset's metadata, which declares the fields");
  }
  return { pool, contribution: contentTag, contentRoot: root, units, fields, secret, file: resolve(file) };
}
