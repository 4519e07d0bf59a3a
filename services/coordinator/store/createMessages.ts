import type { InputMessage, RevealsMessage, RoundMessage, Signed } from "#sdk/rounds/messages.ts";
import type { SignedReceipt } from "#sdk/rounds/receipt.ts";
import { roundDigest } from "#sdk/rounds/session.ts";
import { survivorsRoot } from "#sdk/rounds/survivors.ts";
import type { Database, Queries } from "../../shared/database/Database.ts";
import type { Stage } from "../core/Round.ts";
import { statusesOf } from "../core/statusesOf.ts";
import { alreadySaid, rosterMoved, stageOver } from "../refusals.ts";
import { findRound, moveRound } from "./createRounds.ts";
import { insertRows } from "./insertRows.ts";
import type { RoundRow } from "./rows.ts";

export type Step = RoundMessage["step"];

/** What devices said in a round. */
export interface Messages {
  /**
   * Keeps a device's message for a step while its stage lasts, if the graph is still drawn from the block that the
   * message was checked with. The same may come again, at any time.
   * @throws ServiceError 409 WrongStage, AlreadySaid
   */
  readonly add: (signed: Signed<RoundMessage>, rosterBlock: string | undefined) => Promise<void>;
  /** Draws the graph from another block, unless somebody has shared already. */
  readonly moveRoster: (jobId: string, rosterBlock: string, endsAt: number) => Promise<void>;
  /** Whether the very same message is kept already. @throws ServiceError 409 AlreadySaid, if another one is */
  readonly has: (message: RoundMessage) => Promise<boolean>;
  /** Fixes who shared and who delivered, and the root of that. Nobody's vector comes in any more. */
  readonly close: (jobId: string) => Promise<void>;
  /** Positions of those who were heard in a step. */
  readonly heard: (jobId: string, step: Step) => Promise<ReadonlySet<number>>;
  readonly isHeard: (jobId: string, step: Step, position: number) => Promise<boolean>;
  readonly count: (jobId: string, step: Step) => Promise<number>;
  /** Delivered vectors in the roster's order, so many behind a position. */
  readonly inputs: (
    jobId: string,
    page: { readonly after: number; readonly most: number },
  ) => Promise<readonly InputMessage[]>;
  /** What each device revealed, by its position. */
  readonly reveals: (jobId: string) => Promise<ReadonlyMap<number, RevealsMessage["reveals"]>>;
  /** By position. */
  readonly receipts: (jobId: string) => Promise<ReadonlyMap<number, SignedReceipt>>;
  /** What was sealed, by sender and recipient. */
  readonly sealed: (jobId: string) => Promise<ReadonlyMap<number, Readonly<Record<number, string>>>>;
  /** Throws away what served its purpose when a round is over; receipts and digests stay. */
  readonly forget: (jobId: string) => Promise<void>;
  /** What was sealed for a device, by sender. */
  readonly sharesFor: (jobId: string, recipient: number) => Promise<Readonly<Record<string, string>>>;
}

const STAGE_OF: Readonly<Record<Step, Stage>> = { shares: "sharing", input: "masking", reveals: "unmasking" };

export function createMessages(database: Database): Messages {
  return {
    add: (signed, rosterBlock) => database.transaction((queries) => addMessage(queries, signed, rosterBlock)),
    moveRoster: (jobId, rosterBlock, endsAt) =>
      database.transaction(async (queries) => {
        if ((await heardIn(queries, jobId, "shares")).size > 0) return;
        await moveRound(queries, jobId, "sharing", { rosterBlock, endsAt });
      }),
    has: (message) => isKept(database, message),
    close: (jobId) => database.transaction((queries) => closeSurvivors(queries, jobId)),
    heard: (jobId, step) => heardIn(database, jobId, step),
    isHeard: async (jobId, step, position) => {
      const sql = "SELECT position FROM round_messages WHERE job_id = ? AND step = ? AND position = ?";
      return (await database.query(sql, [jobId, step, position])).length === 1;
    },
    count: async (jobId, step) => {
      const sql = "SELECT count(*) AS heard FROM round_messages WHERE job_id = ? AND step = ?";
      return (await database.query<{ heard: number }>(sql, [jobId, step]))[0]?.heard ?? 0;
    },
    inputs: async (jobId, { after, most }) => {
      const sql = `SELECT message FROM round_messages
        WHERE job_id = ? AND step = 'input' AND position > ? ORDER BY position LIMIT ?`;
      const rows = await database.query<{ message: string }>(sql, [jobId, after, most]);
      return rows.map(({ message }) => JSON.parse(message) as InputMessage);
    },
    reveals: async (jobId) => {
      const sql = "SELECT position, message FROM round_messages WHERE job_id = ? AND step = 'reveals'";
      const rows = await database.query<{ position: number; message: string }>(sql, [jobId]);
      return new Map(rows.map(({ position, message }) => [position, (JSON.parse(message) as RevealsMessage).reveals]));
    },
    receipts: async (jobId) => {
      const sql = "SELECT position, receipt FROM round_messages WHERE job_id = ? AND step = 'input'";
      const rows = await database.query<{ position: number; receipt: string }>(sql, [jobId]);
      return new Map(rows.map(({ position, receipt }) => [position, JSON.parse(receipt) as SignedReceipt]));
    },
    sealed: async (jobId) => {
      const sql = "SELECT sender, recipient, sealed FROM round_shares WHERE job_id = ?";
      const rows = await database.query<{ sender: number; recipient: number; sealed: string }>(sql, [jobId]);
      const bySender = new Map<number, Record<number, string>>();
      for (const { sender, recipient, sealed } of rows) {
        const own = bySender.get(sender) ?? {};
        own[recipient] = sealed;
        bySender.set(sender, own);
      }
      return bySender;
    },
    forget: (jobId) =>
      database.transaction(async (queries) => {
        await queries.run("DELETE FROM round_shares WHERE job_id = ?", [jobId]);
        await queries.run("UPDATE round_messages SET message = '{}' WHERE job_id = ?", [jobId]);
      }),
    sharesFor: async (jobId, recipient) => {
      const sql = "SELECT sender, sealed FROM round_shares WHERE job_id = ? AND recipient = ? ORDER BY sender";
      const rows = await database.query<{ sender: number; sealed: string }>(sql, [jobId, recipient]);
      return Object.fromEntries(rows.map(({ sender, sealed }) => [String(sender), sealed]));
    },
  };
}

async function heardIn(queries: Queries, jobId: string, step: Step): Promise<ReadonlySet<number>> {
  const sql = "SELECT position FROM round_messages WHERE job_id = ? AND step = ?";
  const rows = await queries.query<{ position: number }>(sql, [jobId, step]);
  return new Set(rows.map(({ position }) => position));
}

async function closeSurvivors(queries: Queries, jobId: string): Promise<void> {
  const round = await findRound(queries, jobId);
  if (round?.stage !== "masking") return; // another process has done it
  const shared = await heardIn(queries, jobId, "shares");
  const delivered = await heardIn(queries, jobId, "input");
  const root = survivorsRoot(jobId, statusesOf(round.enrolled, shared, delivered));
  const patch = { stage: "unmasking", endsAt: undefined, survivorsRoot: root, delivered: delivered.size } as const;
  await moveRound(queries, jobId, "masking", patch);
}

const digests = new WeakMap<RoundMessage, string>();

/** The digest of a message, worked out once: it takes as long as the rest of keeping it. */
function digestOf(message: RoundMessage): string {
  const digest = digests.get(message) ?? roundDigest(message);
  digests.set(message, digest);
  return digest;
}

async function isKept(queries: Queries, message: RoundMessage): Promise<boolean> {
  const { jobId, step, index } = message;
  const sql = "SELECT digest FROM round_messages WHERE job_id = ? AND step = ? AND position = ?";
  const [earlier] = await queries.query<{ digest: string }>(sql, [jobId, step, index]);
  if (earlier === undefined) return false;
  if (earlier.digest !== digestOf(message)) throw alreadySaid(`message of the step "${step}"`);
  return true;
}

async function addMessage(
  queries: Queries,
  { message, signature }: Signed<RoundMessage>,
  rosterBlock: string | undefined,
): Promise<void> {
  if (await isKept(queries, message)) return;
  const { jobId, step, index } = message;
  const sql = "SELECT stage, roster_block FROM rounds WHERE job_id = ?";
  const [round] = await queries.query<Pick<RoundRow, "stage" | "roster_block">>(sql, [jobId]);
  if (round?.stage !== STAGE_OF[step]) throw stageOver(round?.stage ?? "gone", STAGE_OF[step]);
  if (round.roster_block !== (rosterBlock ?? null)) throw rosterMoved();
  await queries.run(
    `INSERT INTO round_messages (job_id, step, position, digest, message, receipt, signature)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [jobId, step, index, digestOf(message), textOf(message), receiptOf(message), signature],
  );
  if (message.step === "shares") await addShares(queries, { jobId, sender: index, sealed: message.sealed });
}

/** Shares lie apart by recipient, so that they are kept once. */
const textOf = (message: RoundMessage): string =>
  JSON.stringify(message.step === "shares" ? { ...message, sealed: {} } : message);

/** Receipts lie apart as well: bills are made without the vectors. */
const receiptOf = (message: RoundMessage): string | null =>
  message.step === "input" ? JSON.stringify(message.receipt) : null;

interface Sealed {
  readonly jobId: string;
  readonly sender: number;
  readonly sealed: Readonly<Record<string, string>>;
}

const addShares = (queries: Queries, { jobId, sender, sealed }: Sealed): Promise<void> =>
  insertRows(queries, {
    table: "round_shares",
    columns: ["job_id", "recipient", "sender", "sealed"],
    rows: Object.entries(sealed).map(([recipient, share]) => [jobId, Number(recipient), sender, share]),
  });
