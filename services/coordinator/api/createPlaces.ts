import { createGraph } from "#sdk/reduce/index.ts";
import type { SumNode } from "#sdk/math/sumTree.ts";
import { graphSeed, rosterSiblings } from "#sdk/rounds/roster.ts";
import { roundTerms } from "#sdk/rounds/roundTerms.ts";
import { type DeviceStatus, survivorsSiblings } from "#sdk/rounds/survivors.ts";
import type { Round, Stage } from "../core/Round.ts";
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
  /** @throws ServiceError 404 NotThere, while the roster is not on chain, and when it has served its purpose */
  readonly roster: (round: Round) => Promise<Roster>;
  /** @throws ServiceError 404 NotThere, while the survivors are not on chain, and when nobody reveals any more */
  readonly survivors: (round: Round) => Promise<Survivors>;
}

const DEVICES = 100_000; // of all rosters in memory, each of which is a few kilobytes

/** Stages in which devices look at their places: in none later can they send anything that depends on them. */
const LOOKED_AT: ReadonlySet<Stage> = new Set(["sharing", "masking", "unmasking"]);

export function createPlaces({ members, messages }: Store): Places {
  const rosters = createMemory<Roster>(DEVICES);
  const survivors = createMemory<Survivors>(DEVICES);
  return {
    roster: async (round) => {
      const { jobId, stage, rosterBlock, enrolled } = round;
      if (rosterBlock === undefined) throw absent("The roster is not on chain yet");
      if (!LOOKED_AT.has(stage)) throw absent("The round is over");
      return rosters({ key: `${jobId} ${rosterBlock}`, weight: enrolled }, async () => {
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
      if (stage !== "unmasking") throw absent("The round is over");
      return survivors({ key: jobId, weight: enrolled }, async () => {
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
