import { useEffect, useRef, useState } from "preact/hooks";
import type { DatawellError } from "#sdk/errors/DatawellError.ts";
import { plainFault } from "./plainFault.ts";

export interface Asked<T> {
  readonly data: T | undefined;
  readonly error: DatawellError | undefined;
  readonly retry: () => void;
}

/**
 * Asks something that does not stand in the chain: once, or again and again.
 * @param key names what is asked; another key means another question. `undefined`: there is nothing to ask
 * @param every milliseconds between two questions; undefined: once
 */
export function useAsked<T>(key: string | undefined, ask: () => Promise<T>, every?: number): Asked<T> {
  const [answer, setAnswer] = useState<{ readonly key: string; readonly data: T }>();
  const [error, setError] = useState<DatawellError>();
  const [turn, setTurn] = useState(0);
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    setError(undefined);
    if (key === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isWanted = true;
    const look = async (): Promise<void> => {
      try {
        const data = await latest.current();
        if (!isWanted) return;
        setAnswer({ key, data });
        setError(undefined);
      } catch (fault) {
        if (isWanted) setError(plainFault(fault));
      }
      if (isWanted && every !== undefined) timer = setTimeout(() => void look(), every);
    };
    void look();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [key, every, turn]);
  return {
    data: answer !== undefined && answer.key === key ? answer.data : undefined,
    error,
    retry: () => setTurn((count) => count + 1),
  };
}
