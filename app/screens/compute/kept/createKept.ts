import { signal } from "@preact/signals";
import type { Kept, KeptJob, KeptTask } from "./Kept.ts";

const NOTHING: Kept = { tasks: {}, jobs: {} };

/** Where a browser keeps texts by names. */
export type Shelf = Pick<Storage, "getItem" | "setItem">;

/** A place for what the chain does not know of jobs. */
export interface KeptStore {
  readonly all: () => Kept;
  /** Before the job is opened: whatever happens then, the task is there to hand in. */
  readonly keepTask: (digest: string, task: KeptTask) => void;
  readonly keepJob: (jobId: string, changes: KeptJob) => void;
}

/**
 * Keeps tasks and jobs of one chain under a name. What was damaged counts as nothing.
 * @throws DatawellError from the keeping, if the browser has no room
 */
export function createKept(shelf: Shelf, name: string): KeptStore {
  const kept = signal<Kept>(read(shelf, name));
  const keep = (changed: Kept): void => {
    shelf.setItem(name, JSON.stringify(changed));
    kept.value = changed;
  };
  return {
    all: () => kept.value,
    keepTask: (digest, task) => {
      const { tasks, jobs } = read(shelf, name); // another tab may have kept something meanwhile
      keep({ tasks: { ...tasks, [digest]: task }, jobs });
    },
    keepJob: (jobId, changes) => {
      const { tasks, jobs } = read(shelf, name);
      keep({ tasks, jobs: { ...jobs, [jobId]: { ...jobs[jobId], ...changes } } });
    },
  };
}

function read(shelf: Shelf, name: string): Kept {
  try {
    const found = JSON.parse(shelf.getItem(name) ?? "{}") as Partial<Kept> | null;
    return isKept(found) ? found : NOTHING;
  } catch {
    return NOTHING;
  }
}

const isKept = (found: Partial<Kept> | null): found is Kept =>
  typeof found?.tasks === "object" && found.tasks !== null && typeof found.jobs === "object" && found.jobs !== null;
