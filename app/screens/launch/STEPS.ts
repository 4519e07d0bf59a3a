import type { Draft } from "./Draft.ts";
import type { Faults } from "./readDraft.ts";
import type { TermName } from "./TERMS.ts";

export interface Step {
  readonly word: string; // in the address
  readonly title: string;
  /** What is typed there. */
  readonly names: readonly (keyof Draft | TermName)[];
}

export const STEPS = [
  {
    word: "describe",
    title: "Describe",
    names: ["name", "symbol", "description", "license", "creatorName", "keywords", "version"],
  },
  {
    word: "records",
    title: "Records",
    names: ["fields", "requirements", "usageScenarios", "potentialCustomers"],
  },
  {
    word: "market",
    title: "Market",
    names: ["supply", "liquidityData", "liquidityBase", "lock", "makerFeeShare"],
  },
  {
    word: "rewards",
    title: "Rewards",
    names: [
      "allocation",
      "maxIncentive",
      "updateMax",
      "minQuality",
      "challengeWindow",
      "unbonding",
      "slashBps",
      "similarityLanes",
      "gate",
    ],
  },
  {
    word: "sale",
    title: "Sale and privacy",
    names: [
      "price",
      "licencePeriod",
      "unitPrice",
      "burnBps",
      "minCohort",
      "epsilonPerJob",
      "epsilonPerPeriod",
      "privacyPeriod",
      "arbiter",
    ],
  },
  { word: "attesters", title: "Attesters", names: ["attesters", "threshold"] },
  { word: "review", title: "Review", names: [] },
] as const satisfies readonly Step[];

/** How much of a step is still to be done. */
export const leftIn = ({ names }: Step, faults: Faults): number =>
  names.filter((name) => faults[name] !== undefined).length;

/** The first step with something left to do; undefined: all is well. */
export const firstFault = (faults: Faults): { readonly step: Step; readonly fault: string } | undefined => {
  for (const step of STEPS as readonly Step[]) {
    const name = step.names.find((one) => faults[one] !== undefined);
    if (name !== undefined) return { step, fault: faults[name] ?? "" };
  }
  return undefined;
};
