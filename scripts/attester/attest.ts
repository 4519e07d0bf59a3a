import { writeFileSync } from "node:fs";
import { requireSameVerdict } from "#sdk/actions/attester/requireSameVerdict.ts";
import { formatBps } from "#sdk/format/formatBps.ts";
import { formatTime } from "#sdk/format/formatTime.ts";
import { attestOnce, verdictBefore } from "../../services/attester/journal/attestOnce.ts";
import { fileJournal } from "../../services/attester/journal/fileJournal.ts";
import { assess } from "../contribution/assess.ts";
import { readContribution } from "../contribution/ContributionFile.ts";
import { requireSameRecords } from "../contribution/requireSameRecords.ts";
import { readTable } from "../input/readTable.ts";
import { secret } from "../input/secret.ts";
import type { Fact } from "../output/Outcome.ts";
import { toJson } from "../output/toJson.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { journalPath } from "./journalPath.ts";

interface AttestArgs {
  readonly contribution: string;
  readonly file: string;
  readonly key: string;
  readonly attesterKey: string;
  readonly parentFile: string | undefined;
  readonly journal: string | undefined;
  readonly out: string;
}

const attestContribution: Action<AttestArgs> = async (args, context) => {
  const { client } = await openSession(context);
  const file = readContribution(args.contribution, "contribution");
  const { rows } = await readTable(args.file, "file", file.fields);
  requireSameRecords(file, rows, secret(args.key, "key"));
  const parentRows = args.parentFile && (await readTable(args.parentFile, "parent-file", file.fields)).rows;
  const found = assess(file, rows, secret(args.attesterKey, "attester-key"), parentRows || undefined);
  const { pool } = file;
  const path = journalPath({ ...context, ...args }, client.chainId);
  const journal = fileJournal(path);
  const facts: readonly Fact[] = [
    ["contribution", found.contribution.contentTag],
    ["quality", formatBps(found.assessment.quality)],
    ["novelty", formatBps(found.assessment.novelty)],
    ["good until", formatTime(found.assessment.deadline)],
  ];
  if (context.dryRun) {
    requireSameVerdict(found.assessment, await verdictBefore(client, journal, { pool, ...found }));
    return { title: "Would sign this; nothing was signed", facts, data: { dryRun: true, ...found } };
  }
  const signed = await attestOnce(client, journal, { pool, ...found });
  const attestation = { chainId: client.chainId, pool, ...found, ...signed };
  writeFileSync(args.out, `${toJson(attestation)}\n`);
  return {
    title: `Signed by ${signed.attester}`,
    facts: [...facts, ["written to", args.out], ["remembered in", path]],
    data: attestation,
  };
};

export default attestContribution;
