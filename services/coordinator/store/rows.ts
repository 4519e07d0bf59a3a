import type { SignedEnrolment } from "#sdk/rounds/enrolment.ts";
import { jobFromJson, jobToJson } from "#sdk/rounds/jobJson.ts";
import type { Settlement } from "#sdk/types/Job.ts";
import type { Value } from "../../shared/database/Database.ts";
import type { Member, Round, Stage } from "../core/Round.ts";

/** A row of `rounds`, without its program. */
export interface RoundRow {
  readonly job_id: string;
  readonly job: string;
  readonly task: string;
  readonly stage: Stage;
  readonly ends_at: number | null;
  readonly enrolled: number;
  readonly units: string;
  readonly roster_root: string | null;
  readonly roster_block: string | null;
  readonly survivors_root: string | null;
  readonly delivered: number | null;
  readonly result: string | null;
  readonly settlement: string | null;
  readonly consent: string | null;
  readonly why: string | null;
}

export const ROUND_COLUMNS =
  "job_id, job, task, stage, ends_at, enrolled, units, roster_root, roster_block, survivors_root, delivered, result, settlement, consent, why";

export const roundOf = (row: RoundRow): Round => ({
  jobId: row.job_id,
  job: jobFromJson(JSON.parse(row.job)),
  task: JSON.parse(row.task),
  stage: row.stage,
  endsAt: row.ends_at ?? undefined,
  enrolled: row.enrolled,
  units: BigInt(row.units),
  rosterRoot: row.roster_root ?? undefined,
  rosterBlock: row.roster_block ?? undefined,
  survivorsRoot: row.survivors_root ?? undefined,
  delivered: row.delivered ?? undefined,
  result: row.result === null ? undefined : JSON.parse(row.result),
  settlement: row.settlement === null ? undefined : settlementOf(row.settlement),
  consent: row.consent ?? undefined,
  why: row.why ?? undefined,
});

function settlementOf(text: string): Settlement {
  const { units, resultDigest, payoutRoot } = JSON.parse(text);
  return { units: BigInt(units), resultDigest, payoutRoot };
}

/** What a step of a round may write. */
export type Patch = Partial<
  Pick<Round, "endsAt" | "rosterBlock" | "survivorsRoot" | "delivered" | "result" | "settlement" | "consent" | "why">
> & { readonly stage?: Stage; readonly closed?: boolean };

const COLUMNS: { readonly [K in keyof Patch]-?: (value: never) => readonly [column: string, value: Value] } = {
  stage: (value: Stage) => ["stage", value],
  endsAt: (value: number | undefined) => ["ends_at", value ?? null],
  rosterBlock: (value: string) => ["roster_block", value],
  survivorsRoot: (value: string) => ["survivors_root", value],
  delivered: (value: number) => ["delivered", value],
  result: (value: object) => ["result", JSON.stringify(value)],
  settlement: (value: Settlement) => ["settlement", JSON.stringify({ ...value, units: value.units.toString() })],
  consent: (value: string) => ["consent", value],
  why: (value: string) => ["why", value],
  closed: (value: boolean) => ["closed", value ? 1 : 0],
};

/** Columns and their values of a patch, in the same order. */
export function columnsOf(patch: Patch): readonly (readonly [column: string, value: Value])[] {
  return Object.entries(patch).map(([name, value]) => COLUMNS[name as keyof Patch](value as never));
}

export const jobText = (job: Round["job"]): string => JSON.stringify(jobToJson(job));

export interface MemberRow {
  readonly contribution: string;
  readonly provider: string;
  readonly content_root: string;
  readonly row_count: number;
  readonly units: string;
  readonly position: number | null;
  readonly enrolment: string;
  readonly signature: string;
}

export const MEMBER_COLUMNS = "contribution, provider, content_root, row_count, units, position, enrolment, signature";

export const memberOf = (row: MemberRow): Member & { readonly signed: SignedEnrolment } => ({
  contribution: row.contribution,
  provider: row.provider,
  contentRoot: row.content_root,
  rows: row.row_count,
  units: BigInt(row.units),
  position: row.position ?? undefined,
  signed: { enrolment: JSON.parse(row.enrolment), signature: row.signature },
});
