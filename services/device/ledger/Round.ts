import type { SumNodeJson } from "#sdk/rounds/sumNodes.ts";
import type { JobJson } from "#sdk/rounds/jobJson.ts";
import type { SignedEnrolment } from "#sdk/rounds/enrolment.ts";
import type { InputMessage, RevealsMessage, SharesMessage, Signed } from "#sdk/rounds/messages.ts";
import type { PartyKeys, PartySecrets } from "#sdk/reduce/index.ts";
import type { Task } from "#sdk/task/Task.ts";

/** How far a device came with a job. Each stage but the last is written down before its message is sent. */
export const STAGES = ["enrolled", "shared", "delivered", "revealed", "ended"] as const;

export type Stage = (typeof STAGES)[number];

/** How a round ended for the device. */
export type Outcome =
  | "dropped" // before it delivered anything
  | "paid"
  | "unpaid"; // it delivered, and nothing was paid for it

/** A device's place in the roster that the chain fixed. */
export interface Place {
  readonly rosterRoot: string;
  readonly size: number;
  readonly index: number;
  readonly neighbours: readonly { readonly index: number; readonly keys: PartyKeys }[];
}

/** What never leaves the device, and is forgotten when the round's settlement is final, or the round over. */
export interface RoundSecrets {
  readonly session: string; // secret of the session key
  readonly party: PartySecrets;
  readonly sealedFrom?: Readonly<Record<string, string>>; // by neighbour
}

/** All that is known of a round. Whatever was or may have been sent is in here, to the letter. */
export interface RoundBody {
  readonly coordinators?: readonly string[]; // names of those that have shown the roster on chain
  readonly contribution: string; // contentTag
  readonly job: JobJson;
  readonly task?: Task;
  readonly units: string; // the bill
  readonly enrolment?: SignedEnrolment;
  readonly secrets?: RoundSecrets;
  readonly place?: Place;
  readonly shares?: Signed<SharesMessage>;
  readonly input?: Signed<InputMessage>;
  readonly reveals?: Signed<RevealsMessage>;
  readonly payout?: { readonly index: number; readonly units: string; readonly siblings: readonly SumNodeJson[] };
}

export interface Round {
  readonly jobId: string;
  readonly pool: string;
  readonly stage: Stage;
  readonly epsilon: bigint; // wad
  readonly openedAt: bigint; // unix seconds
  readonly body: RoundBody;
  readonly outcome?: Outcome | undefined;
  readonly why?: string | undefined;
}
