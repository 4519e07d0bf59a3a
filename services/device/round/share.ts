import { sealShares } from "#sdk/reduce/index.ts";
import { jobFromJson } from "#sdk/rounds/jobJson.ts";
import { roundTerms } from "#sdk/rounds/roundTerms.ts";
import { sessionKeyOf, signRound } from "#sdk/rounds/session.ts";
import type { Round } from "../ledger/Round.ts";
import type { Context, Coordinator } from "./Context.ts";
import { findPlace } from "./findPlace.ts";
import { must } from "./must.ts";

/**
 * Finds the device's place in the roster that the chain fixed, and seals a share of its secrets for each neighbour.
 * @returns the round a step further, or as it was while the roster is not confirmed
 */
export async function share(context: Context, coordinator: Coordinator, round: Round): Promise<Round> {
  const { jobId, body } = round;
  const place = await findPlace(context, coordinator, round);
  if (place === undefined) return round;
  const secrets = must(body.secrets);
  const { threshold } = roundTerms({ job: jobFromJson(body.job), task: must(body.task), size: place.size });
  const party = { round: jobId, index: place.index, secrets: secrets.party, neighbours: place.neighbours };
  const sealed = await sealShares({ ...party, threshold });
  const message = {
    step: "shares" as const,
    jobId,
    index: place.index,
    rosterRoot: place.rosterRoot,
    sealed: { ...sealed },
  };
  const shares = signRound(sessionKeyOf(secrets.session), message);
  const step = {
    jobId,
    from: "enrolled",
    to: "shared",
    add: { place, shares, coordinators: [coordinator.name] },
  } as const;
  return must(await context.ledger.advance(step));
}
