import type { Database } from "../../shared/database/Database.ts";
import type { Rules } from "../Rules.ts";
import { type Blames, createBlames } from "./createBlames.ts";
import { createMembers, type Members } from "./createMembers.ts";
import { createMessages, type Messages } from "./createMessages.ts";
import { createPayouts, type Payouts } from "./createPayouts.ts";
import { createRounds, type Rounds } from "./createRounds.ts";

/** All that a coordinator remembers. Whatever it writes is written whole or not at all, whoever else writes. */
export interface Store {
  readonly rounds: Rounds;
  readonly members: Members;
  readonly messages: Messages;
  readonly blames: Blames;
  readonly payouts: Payouts;
}

export const createStore = (database: Database, rules: Rules): Store => ({
  rounds: createRounds(database),
  members: createMembers(database, rules),
  messages: createMessages(database),
  blames: createBlames(database),
  payouts: createPayouts(database),
});
