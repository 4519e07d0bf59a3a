/**
 * An event contradicts what the events before it said, by a running total or a reference: a log is missing somewhere,
 * and nothing of the stretch it stands in is taken over.
 */
export class Discontinuity extends Error {
  constructor(fault: string) {
    super(fault);
    this.name = "Discontinuity";
  }
}
