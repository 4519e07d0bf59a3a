import type { StepProps } from "./StepProps.ts";
import { TermFields } from "./TermFields.tsx";

/** What the market begins with. */
export const Market = ({ faults }: StepProps) => (
  <TermFields names={["supply", "liquidityData", "liquidityBase", "lock", "makerFeeShare"]} faults={faults} />
);
