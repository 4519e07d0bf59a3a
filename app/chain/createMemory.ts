/** What was answered to questions that are asked again and again. */
export interface Memory {
  readonly get: (key: string) => unknown;
  /** Asks now; takes the answer later, unless one to a later question came first. */
  readonly ask: (key: string) => (answer: unknown) => void;
}

/** Remembers the answer to the latest question: a slow answer about an old block never takes the place of a newer one's. */
export function createMemory(): Memory {
  const answers = new Map<string, { readonly asked: number; readonly answer: unknown }>();
  let count = 0;
  return {
    get: (key) => answers.get(key)?.answer,
    ask: (key) => {
      count += 1;
      const asked = count;
      return (answer) => {
        if ((answers.get(key)?.asked ?? 0) < asked) answers.set(key, { asked, answer });
      };
    },
  };
}
