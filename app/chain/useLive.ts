import { useEffect, useRef, useState } from "preact/hooks";
import { decodeError } from "#sdk/errors/decodeError.ts";
import type { DatawellError } from "#sdk/errors/DatawellError.ts";
import { head } from "./head.ts";
import { createMemory } from "./createMemory.ts";

/** Something read from the chain: what is known of it, and what went wrong when it was last asked for. */
export interface Live<T> {
  readonly data: T | undefined;
  readonly error: DatawellError | undefined;
  readonly isLoading: boolean;
  readonly retry: () => void;
}

/** What was read last, so that a screen that comes back shows it at once. */
const memory = createMemory();

/**
 * Reads something now and again with every block, as long as the component is shown.
 * @param key names what is read; another key means another thing. `undefined`: there is nothing to read yet
 */
export function useLive<T>(key: string | undefined, read: () => Promise<T>): Live<T> {
  const [, redraw] = useState(0);
  const [failed, setFailed] = useState<{ readonly key: string; readonly error: DatawellError }>();
  const [turn, setTurn] = useState(0);
  const latest = useRef(read);
  latest.current = read;
  const block = head.value?.number;

  useEffect(() => {
    if (key === undefined) return undefined;
    let isWanted = true;
    const look = async (): Promise<void> => {
      const remember = memory.ask(key);
      try {
        remember(await latest.current());
        if (!isWanted) return;
        setFailed(undefined);
        redraw((count) => count + 1);
      } catch (fault) {
        if (isWanted) setFailed({ key, error: decodeError(fault) });
      }
    };
    void look();
    return () => {
      isWanted = false;
    };
  }, [key, block, turn]);

  const data = key === undefined ? undefined : (memory.get(key) as T | undefined);
  const error = failed?.key === key ? failed?.error : undefined;
  return {
    data,
    error,
    isLoading: key !== undefined && data === undefined && error === undefined,
    retry: () => setTurn((count) => count + 1),
  };
}
