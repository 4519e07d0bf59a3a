/** What an attester said of a contribution, or was about to say when its machine stopped. */
export interface Entry {
  readonly attester: string;
  readonly chainId: string;
  readonly pool: string;
  readonly contribution: string; // hash of all that is said about it
  readonly quality: string; // bps
  readonly novelty: string; // bps
}

/** Of whose word about what an entry is. */
export const SUBJECT = ["attester", "chainId", "pool", "contribution"] as const;

export type Subject = Pick<Entry, (typeof SUBJECT)[number]>;

/**
 * An attester's memory, which several processes may share. Of each subject it keeps the first entry; none is ever changed
 * or taken back.
 */
export interface Journal {
  /** What was said first of a subject. */
  readonly recall: (about: Subject) => Promise<Entry | undefined>;
  /** Writes an entry unless one stands; answers the one that stands, when the disk has it. */
  readonly fix: (entry: Entry) => Promise<Entry>;
}
