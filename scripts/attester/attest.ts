import { existsSync, writeFileSync } from "node:fs";
import { attest } from "#sdk/actions/attester/attest.ts";
import { formatBps } from "#sdk/format/formatBps.ts";
import { formatTime } from "#sdk/format/formatTime.ts";
import type { Assessment, Contribution } from "#sdk/types/Contribution.ts";
import { assess } from "../contribution/assess.ts";
import { readAttestation } from "../contribution/AttestationFile.ts";
import { readContribution } from "../contribution/ContributionFile.ts";
import { requireSameRecords } from "../contribution/requireSameRecords.ts";
import { readTable } from "../input/readTable.ts";
import { secret } from "../input/secret.ts";
import { toJson } from "../output/toJson.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";

interface AttestArgs {
  readonly contribution: string;
  readonly file: string;
  readonly key: string;
  readonly attesterKey: string;
  readonly parentFile: string | undefined;
  readonly earlier: string | undefined;
  readonly out: string;
}

const attestContribution: Action<AttestArgs> = async (args, context) => {
  const { client } = await openSession(context);
  const file = readContribution(args.contribution, "contribution");
  const { rows } = readTable(args.file, "file", file.fields);
  requireSameRecords(file, rows, secret(args.key, "key"));
  const parentRows = args.parentFile && readTable(args.parentFile, "parent-file", file.fields).rows;
  const found = assess(file, rows, secret(args.attesterKey, "attester-key"), parentRows || undefined);
  const signed = await attest(client, { pool: file.pool, ...found, earlier: earlierOf(args, found.contribution) });
  const attestation = { chainId: client.chainId, pool: file.pool, ...found, ...signed };
  if (!context.dryRun) writeFileSync(args.out, `${toJson(attestation)}\n`);
  return {
    title: context.dryRun ? "Would sign this; nothing was written" : `Signed by ${signed.attester}`,
    facts: [
      ["contribution", found.contribution.contentTag],
      ["quality", formatBps(found.assessment.quality)],
      ["novelty", formatBps(found.assessment.novelty)],
      ["good until", formatTime(found.assessment.deadline)],
      ...(context.dryRun ? [] : [["written to", args.out] as const]),
    ],
    data: context.dryRun ? { dryRun: true, ...found } : attestation,
  };
};

/** What was signed before: in the file that the user names, or in the one that would be overwritten. */
function earlierOf({ earlier, out }: AttestArgs, { contentTag, provider }: Contribution): Assessment | undefined {
  const path = earlier ?? (existsSync(out) ? out : undefined);
  if (path === undefined) return undefined;
  const { contribution, assessment } = readAttestation(path, earlier === undefined ? "out" : "earlier");
  const isSame = contribution.contentTag === contentTag && contribution.provider === provider;
  return isSame ? assessment : undefined;
}

export default attestContribution;
