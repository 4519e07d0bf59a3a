/** Something that listens: where, and how it ends. */
export interface Running<T = string> {
  readonly at: T;
  readonly stop: () => Promise<void>;
}
