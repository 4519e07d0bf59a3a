import type { DatasetRow } from "./rows.ts";

type Notices = Pick<
  DatasetRow,
  "minQuality" | "minQualityNext" | "minQualityFrom" | "attesterSet" | "attesterSetNext" | "attesterSetFrom"
>;

/** The terms that take notice before they change, as they are in force at a moment (unix seconds). */
export function inForce(terms: Notices, time: number): { readonly minQuality: number; readonly attesterSet: string } {
  const has = (from: number) => from !== 0 && time >= from;
  return {
    minQuality: has(terms.minQualityFrom) ? terms.minQualityNext : terms.minQuality,
    attesterSet: has(terms.attesterSetFrom) ? terms.attesterSetNext : terms.attesterSet,
  };
}
