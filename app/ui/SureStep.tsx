import { useState } from "preact/hooks";
import { NextStep, type NextStepProps } from "./NextStep.tsx";

export interface SureStepProps extends NextStepProps {
  readonly sure: string; // what the button says when it asks again
}

/** The button of something that cannot be undone: it asks a second time. */
export function SureStep({ label, sure, missing, act }: SureStepProps) {
  const [isSure, setSure] = useState(false);
  const twice = async (): Promise<void> => {
    setSure(!isSure);
    if (isSure) await act();
  };
  return <NextStep label={isSure ? sure : label} missing={missing} act={twice} />;
}
