import { signal } from "@preact/signals";
import { shelf } from "../../shelf.ts";
import { type Draft, EMPTY_DRAFT } from "./Draft.ts";

const KEY = "datawell.draft";

/** What storage holds as a draft: whatever it lacks, or holds in another shape, is as at first. */
export function restored(kept: unknown): Draft {
  if (typeof kept !== "object" || kept === null) return EMPTY_DRAFT;
  const fits = (name: string, value: unknown): boolean => {
    const initial = EMPTY_DRAFT[name as keyof Draft];
    return typeof value === typeof initial && Array.isArray(value) === Array.isArray(initial);
  };
  const sound = Object.entries(kept).filter(([name, value]) => name in EMPTY_DRAFT && fits(name, value));
  const draft = { ...EMPTY_DRAFT, ...(Object.fromEntries(sound) as Partial<Draft>) };
  const terms = Object.entries(draft.terms).filter(([, text]) => typeof text === "string");
  return { ...draft, terms: { ...EMPTY_DRAFT.terms, ...Object.fromEntries(terms) } };
}

function read(): Draft {
  try {
    return restored(JSON.parse(shelf.getItem(KEY) ?? "null"));
  } catch {
    return EMPTY_DRAFT;
  }
}

/** The launch that is being typed; it survives a reload. */
export const draft = signal<Draft>(read());

export function edit(changes: Partial<Draft>): void {
  draft.value = { ...draft.value, ...changes };
  shelf.tryToKeep(KEY, JSON.stringify(draft.value));
}

export function forgetDraft(): void {
  draft.value = EMPTY_DRAFT;
  shelf.tryToKeep(KEY, undefined);
}
