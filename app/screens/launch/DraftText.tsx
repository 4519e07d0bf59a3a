import { TextField, type TextFieldProps } from "../../ui/TextField.tsx";
import type { Draft } from "./Draft.ts";
import { draft, edit } from "./keptDraft.ts";
import type { StepProps } from "./StepProps.ts";

/** What of a launch is typed as it is. */
type Typed = { readonly [N in keyof Draft]: Draft[N] extends string ? (string extends Draft[N] ? N : never) : never };

export interface DraftTextProps extends Omit<TextFieldProps, "text" | "onText" | "fault">, StepProps {
  readonly of: Typed[keyof Draft];
}

/** Words of the launch to type. */
export const DraftText = ({ of, faults, ...given }: DraftTextProps) => (
  <TextField {...given} text={draft.value[of]} onText={(text) => edit({ [of]: text })} fault={faults[of]} />
);
