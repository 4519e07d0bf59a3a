import type { Faults } from "./readDraft.ts";

export interface StepProps {
  readonly faults: Faults;
}
