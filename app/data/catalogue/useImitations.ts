import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import type { Imitation } from "../words/imitations.ts";
import { readImitations } from "./readImitations.ts";

/**
 * Which datasets look like one that was there before them, by token; undefined while that is not known.
 * @param isWanted not before there is something to compare: it asks for the whole list
 */
export function useImitations(isWanted = true): ReadonlyMap<string, Imitation> | undefined {
  return useLive(isWanted ? "imitations" : undefined, () => readImitations(reader())).data;
}
