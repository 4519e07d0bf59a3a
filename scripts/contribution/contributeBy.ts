import { writeFileSync } from "node:fs";
import { journalPath } from "../attester/journalPath.ts";
import { badInput } from "../input/badInput.ts";
import { readTable } from "../input/readTable.ts";
import { secret } from "../input/secret.ts";
import type { Outcome } from "../output/Outcome.ts";
import { toJson } from "../output/toJson.ts";
import type { ContributeArgs } from "../pool/contributeOptions.ts";
import type { Context } from "../tasks/Command.ts";
import { datasetOf } from "../tasks/datasetOf.ts";
import { openSession } from "../tasks/openSession.ts";
import { assess } from "./assess.ts";
import { attestHere } from "./attestHere.ts";
import { collect } from "./collect.ts";
import { prepare, type Prepared } from "./prepare.ts";
import { submit } from "./submit.ts";

export interface ParentArgs {
  readonly parent?: string | undefined;
  readonly parentFile?: string | undefined;
}

/**
 * Contributes in one of three ways: writes a file for attesters elsewhere, hands in what they signed, or has accounts
 * of this network attest.
 */
export async function contributeBy(args: ContributeArgs & ParentArgs, context: Context): Promise<Outcome> {
  const session = await openSession(context);
  const dataset = await datasetOf(session, args.dataset);
  if (args.attestations !== undefined) {
    return submit(session, dataset, collect(args.attestations, dataset.pool), args);
  }
  if (args.consent !== undefined) {
    throw badInput("--consent is to what attesters signed", "Give their files with --attestations");
  }
  const { file, key, out, attesters } = args;
  if (file === undefined || key === undefined) {
    throw badInput("There is nothing to contribute", "Give --file and --key, or --attestations");
  }
  const prepared = await prepare(session, dataset, { ...args, file, key });
  if (out !== undefined) return writeOut(out, prepared, context.dryRun);
  if (attesters === undefined || args.attesterKey === undefined) {
    throw badInput(
      "A contribution needs attesters",
      "Name them with --attesters and --attester-key, or write --out for attesters elsewhere",
    );
  }
  const parentRows = args.parentFile && (await readTable(args.parentFile, "parent-file", prepared.file.fields)).rows;
  const found = assess(prepared.file, prepared.rows, secret(args.attesterKey, "attester-key"), parentRows || undefined);
  const journal = journalPath({ ...context, ...args }, session.client.chainId);
  const attested = await attestHere(session, { pool: dataset.pool, found, attesters, journal });
  return submit(session, dataset, attested, args);
}

function writeOut(path: string, { file }: Prepared, dryRun: boolean): Outcome {
  if (!dryRun) writeFileSync(path, `${toJson(file)}\n`);
  return {
    title: dryRun ? "Would write this for attesters" : `Wrote ${path}: give it, the records and the key to attesters`,
    facts: [
      ["content root", file.contribution.contentRoot],
      ["data units", file.contribution.units.toString()],
    ],
    data: { ...(dryRun ? { dryRun } : { path }), ...file },
  };
}
