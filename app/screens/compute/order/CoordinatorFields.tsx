import type { Draft } from "./Draft.ts";
import { TextField } from "../../../ui/TextField.tsx";
import { knownCoordinator, useCoordinator } from "./useCoordinator.ts";

export interface CoordinatorFieldsProps {
  readonly draft: Draft;
  readonly onDraft: (changes: Partial<Draft>) => void;
}

/** Asks who collects what the devices answer: where it is, and by which account it settles. */
export function CoordinatorFields({ draft, onDraft }: CoordinatorFieldsProps) {
  const url = draft.coordinatorUrl ?? knownCoordinator() ?? "";
  const { data: found, error } = useCoordinator(url);
  return (
    <>
      <TextField
        label="Coordinator"
        text={url}
        onText={(coordinatorUrl) => onDraft({ coordinatorUrl })}
        hint={error ? `${error.message}.` : "its https address; it never sees what a single device answers"}
      />
      <TextField
        label="Coordinator's account"
        text={draft.coordinator ?? found ?? ""}
        onText={(coordinator) => onDraft({ coordinator })}
        hint={found ? "as it says itself" : "0x…: ask who runs it"}
      />
    </>
  );
}
