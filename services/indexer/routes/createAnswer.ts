import type { Database } from "../../shared/database/index.ts";
import type { Header } from "../../shared/chain/Header.ts";
import { ServiceError } from "../../shared/http/index.ts";
import { readTip } from "../state/tip.ts";
import type { Answer } from "./Answer.ts";

export interface AnswerOptions {
  readonly database: Database;
  readonly head: () => Header | undefined;
  readonly clock: () => number; // milliseconds since 1970
}

/** Answers from a database, within one transaction. */
export const createAnswer =
  ({ database, head, clock }: AnswerOptions): Answer =>
  (ask) =>
    database.transaction(async (queries) => {
      const tip = await readTip(queries);
      if (tip === undefined) throw empty();
      const here = Math.floor(clock() / 1_000);
      const newest = Math.max(head()?.number ?? 0, tip.number);
      const at = {
        block: tip.number,
        hash: tip.hash,
        time: tip.time,
        head: newest,
        lagBlocks: newest - tip.number,
        lagSeconds: Math.max(here - tip.time, 0),
      };
      return { at, ...(await ask({ queries, now: Math.max(here, tip.time) })) };
    });

const empty = () =>
  new ServiceError({
    status: 503,
    code: "NotIndexedYet",
    fault: "The index is being built and has no block yet",
    remedy: "Try again in a moment",
    retryAfter: 2,
  });
