import { ReduceError } from "../ReduceError.ts";
import { createPlaces } from "./createPlaces.ts";

/** Who is whose neighbour in a round; the seed is a block's hash that nobody knew when the roster was fixed. */
export interface Graph {
  readonly size: number;
  readonly degree: number; // even, or size - 1
  readonly seed: string; // bytes32
}

/**
 * The neighbours of any device: on a ring in the seed's order, the degree/2 nearest on either side (a Harary graph, as
 * in Bell et al. 2020). Work and memory are those of the devices asked for, never of the whole cohort.
 * @throws ReduceError BadTerms; the answer throws NotAPosition
 */
export function createGraph({ size, degree, seed }: Graph): (index: number) => readonly number[] {
  const complete = degree === size - 1;
  if (!complete && (degree % 2 !== 0 || degree < 2 || degree >= size)) {
    throw new ReduceError("BadTerms", `no ring of ${size} has degree ${degree}`, "Take the degree of cohortParams");
  }
  const places = createPlaces(size, seed);
  return (index) => {
    checkPosition(index, size);
    if (complete) return Array.from({ length: size }, (_, other) => other).filter((other) => other !== index);
    const place = places.placeOf(index);
    const near = Array.from({ length: degree / 2 }, (_, i) => i + 1);
    return near
      .flatMap((distance) => [(place + distance) % size, (place - distance + size) % size])
      .map(places.indexAt)
      .toSorted((a, b) => a - b);
  };
}

/**
 * Positions of a device's neighbours, ascending. O(degree).
 * @throws ReduceError BadTerms, NotAPosition
 */
export const neighboursOf = ({ index, ...graph }: Graph & { readonly index: number }): readonly number[] =>
  createGraph(graph)(index);

/** @throws ReduceError NotAPosition */
function checkPosition(index: number, size: number): void {
  if (Number.isInteger(index) && index >= 0 && index < size) return;
  throw new ReduceError("NotAPosition", `there is no device ${index} among ${size}`, "Count devices from 0");
}
