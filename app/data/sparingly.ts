interface Kept {
  readonly at: number; // milliseconds
  readonly answer: Promise<unknown>;
}

const kept = new Map<string, Kept>();

/** Asks again only when the last answer is older than `age` milliseconds; a failure is not kept. */
export function sparingly<T>(key: string, age: number, ask: () => Promise<T>, now = Date.now()): Promise<T> {
  const last = kept.get(key);
  if (last !== undefined && now - last.at < age) return last.answer as Promise<T>;
  const answer = ask();
  kept.set(key, { at: now, answer });
  answer.catch(() => {
    if (kept.get(key)?.answer === answer) kept.delete(key);
  });
  return answer;
}
