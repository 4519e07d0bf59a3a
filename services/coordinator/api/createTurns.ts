import { createQueue, type Queue } from "../../shared/database/createQueue.ts";

/** Runs what belongs to one key one after the other, so that a burst does not quarrel in the database. */
export type Turns = <T>(key: string, work: () => Promise<T>) => Promise<T>;

export function createTurns(): Turns {
  const queues = new Map<string, Queue>();
  return async (key, work) => {
    const queue = queues.get(key) ?? createQueue();
    queues.set(key, queue);
    try {
      return await queue.add(work);
    } finally {
      if (queue.isIdle() && queues.get(key) === queue) queues.delete(key);
    }
  };
}
