import { createGraph } from "#sdk/reduce/index.ts";
import type { SumNode } from "#sdk/math/sumTree.ts";
import { graphSeed, rosterSiblings } from "#sdk/rounds/roster.ts";
import { roundTerms } from "#sdk/rounds/roundTerms.ts";
import { type DeviceStatus, survivorsSiblings } from "#sdk/rounds/survivors.ts";
import type { Round } from "../core/Round.ts";
import { statusesOf } from "../core/statusesOf.ts";
import { absent, unfit } from "../refusals.ts";
import type { Enrolled } from "../store/createMembers.ts";
import type { Store } from "../store/createStore.ts";
import { createMemory } from "./createMemory.ts";

/** A closed roster. */
export interface Roster {
  readonly members: readonly Enrolled[];
  readonly siblings: readonly (readonly string[])[]; // of each, to the roster's root
  readonly neighboursOf: (index: number) => readonly number[];
}

/** How far everybody came. */
export interface Survivors {
  readonly statuses: readonly DeviceStatus[];
  readonly siblings: readonly (readonly SumNode[])[]; // of each, to the survivors' root
}

/** What was fixed in a round, each tree made once. */
export interface Places {
  /** @throws ServiceError 404 NotThere, while the roster is not on chain */
  readonly roster: (round: Round) => Promise<Roster>;
  /** @throws ServiceError 404 NotThere, while the survivors are not on chain */
  readonly survivors: (round: Round) => Promise<Survivors>;
}

const ROUNDS = 8; // kept in memory

export function createPlaces({ members, messages }: Store): Places {
  const rosters = createMemory<Roster>(ROUNDS);
  const survivors = createMemory<Survivors>(ROUNDS);
  return {
    roster: async (round) => {
      const { jobId, rosterBlock } = round;
      if (rosterBlock === undefined) throw absent("The roster is not on chain yet");
      return rosters(`${jobId} ${rosterBlock}`, async () => {
        const all = await members.all(jobId);
        const enrolments = all.map(({ signed }) => signed.enrolment);
        const { degree } = roundTerms({ ...round, size: all.length });
        return {
          members: all,
          siblings: rosterSiblings(jobId, enrolments, [...enrolments.keys()]),
          neighboursOf: createGraph({ size: all.length, degree, seed: graphSeed(jobId, rosterBlock) }),
        };
      });
    },
    survivors: async ({ jobId, stage, endsAt, enrolled, survivorsRoot }) => {
      if (survivorsRoot === undefined || (stage === "unmasking" && endsAt === undefined)) {
        throw absent("The survivors are not on chain yet");
      }
      return survivors(jobId, async () => {
        const [shared, delivered] = await Promise.all([
          messages.heard(jobId, "shares"),
          messages.heard(jobId, "input"),
        ]);
        const statuses = statusesOf(enrolled, shared, delivered);
        return { statuses, siblings: survivorsSiblings(jobId, statuses) };
      });
    },
  };
}

/**
 * What stands at a place.
 * @throws ServiceError 400 NoSuchDevice
 */
export function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw unfit("NoSuchDevice", `There is no device ${index} in the roster`, "Count from 0");
  return found;
}
