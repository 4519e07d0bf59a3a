import type { Cell } from "./Cell.ts";
import { SandboxError } from "./SandboxError.ts";

type Lost = "Crashed" | "TimedOut";

export interface Pool {
  readonly start: () => Promise<void>;
  /** Gives one idle cell to `use`; one whose answer says that it was lost is replaced. Waits for its turn in order. */
  readonly use: <T>(use: (cell: Cell) => Promise<T | Lost>) => Promise<T | Lost>;
  readonly pids: () => readonly number[];
  readonly stop: () => Promise<void>;
}

interface Waiting {
  readonly serve: (cell: Cell) => void;
  readonly refuse: (why: unknown) => void;
}

/** At most so many cells, opened when they are first needed. */
export function createPool(size: number, open: () => Promise<Cell>): Pool {
  const idle: Cell[] = [];
  const all = new Set<Cell>();
  const waiting: Waiting[] = [];
  let opening = 0;
  let stopped = false;

  const release = (cell: Cell) => {
    const next = waiting.shift();
    if (next === undefined) idle.push(cell);
    else next.serve(cell);
  };
  const openOne = async () => {
    opening++;
    try {
      const cell = await open();
      if (stopped) return cell.kill();
      all.add(cell);
      release(cell);
    } catch (why) {
      for (const { refuse } of waiting.splice(0)) refuse(why);
    } finally {
      opening--;
    }
  };
  const take = () =>
    new Promise<Cell>((serve, refuse) => {
      if (stopped) return refuse(stoppedError());
      const cell = idle.pop();
      if (cell !== undefined) return serve(cell);
      waiting.push({ serve, refuse });
      if (all.size + opening < size) void openOne();
    });
  return {
    start: async () => release(await take()),
    use: async (use) => {
      const cell = await take();
      const result = await use(cell);
      if (stopped) throw stoppedError();
      if (result !== "Crashed" && result !== "TimedOut") {
        release(cell);
        return result;
      }
      all.delete(cell);
      if (waiting.length > 0) void openOne();
      return result;
    },
    pids: () => [...all].map(({ pid }) => pid),
    stop: async () => {
      stopped = true;
      for (const { refuse } of waiting.splice(0)) refuse(stoppedError());
      for (const cell of all) cell.kill();
      all.clear();
    },
  };
}

const stoppedError = () => new SandboxError("Stopped", "the sandbox is stopped", "Start another");
