import { rosterRoot } from "#sdk/rounds/roster.ts";
import type { Enrolment, SignedEnrolment } from "#sdk/rounds/enrolment.ts";
import { documentDigest } from "#sdk/rounds/digest.ts";
import type { Database, Queries } from "../../shared/database/Database.ts";
import type { Member } from "../core/Round.ts";
import { requireRoom } from "../core/requireRoom.ts";
import { alreadySaid, conflict, stageOver } from "../refusals.ts";
import type { Rules } from "../Rules.ts";
import { findRound, moveRound } from "./createRounds.ts";
import { MEMBER_COLUMNS, memberOf, type MemberRow } from "./rows.ts";

/** A device with all that it signed when it enrolled. */
export type Enrolled = Member & { readonly signed: SignedEnrolment };

/** Who takes part. */
export interface Members {
  /**
   * Takes a device in. The same enrolment may come again.
   * @throws ServiceError 409 WrongStage, AlreadySaid, ProviderEnrolled, KeyTaken, RoundFull
   */
  readonly add: (jobId: string, member: Omit<Member, "position">, signed: SignedEnrolment) => Promise<void>;
  /** Fixes the roster, in the order of the contributions' ids, and its root. Nobody comes in any more. */
  readonly close: (jobId: string) => Promise<void>;
  readonly find: (jobId: string, contribution: string) => Promise<Enrolled | undefined>;
  readonly at: (jobId: string, position: number) => Promise<Enrolled | undefined>;
  /** In the roster's order. */
  readonly all: (jobId: string) => Promise<readonly Enrolled[]>;
}

const SELECT = `SELECT ${MEMBER_COLUMNS} FROM round_members WHERE job_id = ?`;

export function createMembers(database: Database, rules: Rules): Members {
  const one = async (sql: string, params: readonly (string | number)[]) => {
    const [row] = await database.query<MemberRow>(sql, params);
    return row && memberOf(row);
  };
  return {
    add: (jobId, member, signed) =>
      database.transaction((queries) => addMember(queries, { jobId, member, signed, rules })),
    close: (jobId) => database.transaction((queries) => closeRoster(queries, jobId)),
    find: (jobId, contribution) => one(`${SELECT} AND contribution = ?`, [jobId, contribution]),
    at: (jobId, position) => one(`${SELECT} AND position = ?`, [jobId, position]),
    all: async (jobId) =>
      (await database.query<MemberRow>(`${SELECT} ORDER BY position, contribution`, [jobId])).map(memberOf),
  };
}

interface AddParams {
  readonly jobId: string;
  readonly member: Omit<Member, "position">;
  readonly signed: SignedEnrolment;
  readonly rules: Rules;
}

async function addMember(queries: Queries, { jobId, member, signed, rules }: AddParams): Promise<void> {
  const same = "AND (contribution = ? OR provider = ?)";
  const [earlier] = await queries.query<MemberRow>(`${SELECT} ${same}`, [jobId, member.contribution, member.provider]);
  if (earlier !== undefined) return requireSame(earlier, signed.enrolment);
  const round = await findRound(queries, jobId);
  if (round?.stage !== "enrolling") throw stageOver(round?.stage ?? "gone", "enrolling");
  requireRoom(round, member.units, rules);
  await queries.run(
    `INSERT INTO round_members (job_id, contribution, provider, content_root, row_count, units, enrolment, signature)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      jobId,
      member.contribution,
      member.provider,
      member.contentRoot,
      member.rows,
      member.units.toString(),
      JSON.stringify(signed.enrolment),
      signed.signature,
    ],
  );
  await addKeys(queries, signed.enrolment);
  const units = (round.units + member.units).toString();
  await queries.run("UPDATE rounds SET enrolled = enrolled + 1, units = ? WHERE job_id = ?", [units, jobId]);
}

/** A key that stands twice makes honest neighbours leave: whoever brings one that is there already is the copy. */
async function addKeys(queries: Queries, enrolment: Enrolment): Promise<void> {
  const { jobId, maskKey, shareKey, seedCommitment, sessionKey } = enrolment;
  for (const key of [maskKey, shareKey, seedCommitment, sessionKey]) {
    const sql = "INSERT INTO round_keys (job_id, public_key) VALUES (?, ?) ON CONFLICT DO NOTHING";
    if ((await queries.run(sql, [jobId, key])) === 1) continue;
    throw conflict("KeyTaken", `${key} is in the round already`, "Draw every key anew for every round");
  }
}

function requireSame(earlier: MemberRow, enrolment: Enrolment): void {
  if (earlier.contribution !== enrolment.contribution) {
    throw conflict(
      "ProviderEnrolled",
      `${enrolment.provider} takes part with another contribution`,
      "One contribution of a provider takes part in a job, as its privacy is counted by provider",
    );
  }
  if (documentDigest(JSON.parse(earlier.enrolment)) !== documentDigest(enrolment)) throw alreadySaid("enrolment");
}

async function closeRoster(queries: Queries, jobId: string): Promise<void> {
  const round = await findRound(queries, jobId);
  if (round?.stage !== "enrolling") return; // another process has done it
  const rows = await queries.query<MemberRow>(`${SELECT} ORDER BY contribution`, [jobId]);
  for (const [position, { contribution }] of rows.entries()) {
    const sql = "UPDATE round_members SET position = ? WHERE job_id = ? AND contribution = ?";
    await queries.run(sql, [position, jobId, contribution]);
  }
  const root = rosterRoot(
    jobId,
    rows.map(({ enrolment }) => JSON.parse(enrolment)),
  );
  await queries.run("UPDATE rounds SET roster_root = ? WHERE job_id = ?", [root, jobId]);
  await moveRound(queries, jobId, "enrolling", { stage: "sharing", endsAt: undefined });
}
