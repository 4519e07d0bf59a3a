interface Kept {
  readonly at: number; // milliseconds
  readonly answer: Promise<unknown>;
}

const kept = new WeakMap<object, Map<string, Kept>>();

/**
 * Asks again only when the last answer is older than `age` milliseconds; a failure is not kept.
 * @param whom is asked: another one's answers are other answers
 */
export function sparingly<T>(whom: object, key: string, age: number, ask: () => Promise<T>): Promise<T> {
  const answers = kept.get(whom) ?? new Map<string, Kept>();
  kept.set(whom, answers);
  const last = answers.get(key);
  if (last !== undefined && Date.now() - last.at < age) return last.answer as Promise<T>;
  const answer = ask();
  answers.set(key, { at: Date.now(), answer });
  answer.catch(() => {
    if (answers.get(key)?.answer === answer) answers.delete(key);
  });
  return answer;
}
