import type { ParameterChange } from "#sdk/actions/pool/encodeParameter.ts";
import { amount } from "../input/amount.ts";
import { badInput } from "../input/badInput.ts";
import { percent } from "../input/percent.ts";
import { attestersOf } from "../tasks/attestersOf.ts";
import type { Session } from "../tasks/Session.ts";
import type { ProposeArgs } from "./proposeOptions.ts";

/** The one change of a term that the user typed. */
export function changeOfTerm(session: Session, args: ProposeArgs): ParameterChange {
  const { minQuality, unitPrice, attesters, threshold } = args;
  if ([minQuality, unitPrice, attesters].filter((term) => term !== undefined).length !== 1) {
    throw badInput("A proposal is about one thing", "Give one of --buyer, --min-quality, --unit-price and --attesters");
  }
  if (minQuality !== undefined) return { minQuality: percent(minQuality, "min-quality") };
  if (unitPrice !== undefined) return { unitPrice: amount(unitPrice, "unit-price", session.alita) };
  return { attesters: attestersOf(session, attesters ?? "", threshold).set };
}
