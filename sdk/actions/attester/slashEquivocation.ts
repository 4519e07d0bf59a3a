import { act } from "../../chain/act.ts";
import type { Datawell } from "../../chain/datawell.ts";
import type { Assessment, Contribution } from "../../types/Contribution.ts";
import type { RegistryEvent } from "./RegistryEvent.ts";

/** An assessment and the attester's signature over it. */
export interface SignedAssessment {
  readonly assessment: Assessment;
  readonly signature: string;
}

export interface SlashEquivocationParams {
  readonly attester: string;
  readonly pool: string;
  readonly contribution: Contribution;
  readonly one: SignedAssessment;
  readonly other: SignedAssessment;
}

/**
 * Shows two different assessments of one contribution by one attester, and takes half of its bond.
 * @throws DatawellError SameAssessment, BadSignature, NotBonded
 */
export const slashEquivocation = (
  client: Datawell,
  { attester, pool, contribution, one, other }: SlashEquivocationParams,
): RegistryEvent<"SlashEquivocation"> =>
  act(client, client.registry, {
    call: "slashEquivocation",
    args: [pool, contribution, one.assessment, one.signature, other.assessment, other.signature, attester],
    event: "SlashEquivocation",
  });
