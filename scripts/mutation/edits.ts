import type { Mutant } from "./Mutant.ts";

/** A fault that was found possible, before it has a number. */
export interface Draft {
  readonly operator: string;
  readonly original: string;
  readonly mutated: string;
}

/** A piece of the source to be written anew, with the faults that can be switched on in it. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly drafts: readonly Draft[];
  /** The new text. `inner` is the piece itself with the edits inside it done; `ids` are the numbers of the drafts. */
  write(inner: string, ids: readonly number[]): string;
}

export type NumberedEdit = Edit & { readonly mutants: readonly Mutant[] };

/** Whether a fault is on, in Solidity. */
export const isOn = (id: number): string => `Mutant_.on(${id})`;

/**
 * The source with all edits done. Of two edits of the same piece the earlier in the list is the outer one.
 * `skip` names mutants that must not be written: the compiler refused them.
 */
export function writeEdits(source: string, edits: readonly NumberedEdit[], skip: ReadonlySet<number>): string {
  const ordered = edits.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;

  const write = (from: number, to: number): string => {
    let text = "";
    let at = from;
    for (let edit = ordered[next]; edit && edit.start < to && edit.end <= to; edit = ordered[next]) {
      next++;
      const { start, end } = edit;
      const inner = write(start, end);
      text += source.slice(at, start) + writeOne(edit, inner, skip);
      at = end;
    }
    return text + source.slice(at, to);
  };
  const text = write(0, source.length);
  if (next < ordered.length) throw new Error("edits overlap");
  return text;
}

function writeOne(edit: NumberedEdit, inner: string, skip: ReadonlySet<number>): string {
  const kept = edit.mutants
    .map(({ id }, place) => ({ id, draft: edit.drafts[place] }))
    .filter(({ id }) => !skip.has(id));
  if (edit.drafts.length > 0 && kept.length === 0) return inner;
  const drafts = kept.flatMap(({ draft }) => draft ?? []);
  return { ...edit, drafts }.write(
    inner,
    kept.map(({ id }) => id),
  );
}
