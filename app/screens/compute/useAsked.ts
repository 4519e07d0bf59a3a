import { useEffect, useRef, useState } from "preact/hooks";
import type { DatawellError } from "#sdk/errors/DatawellError.ts";
import { plainFault } from "../../intents/plainFault.ts";

export interface Asked<T> {
  readonly data: T | undefined;
  readonly error: DatawellError | undefined;
  readonly retry: () => void;
}

/** When to ask again, in milliseconds; undefined: not at all. */
export interface Pace {
  readonly every?: number | undefined; // after an answer
  readonly again?: number | undefined; // after a failure
}

/**
 * Asks something that does not stand in the chain: once, or again and again.
 * @param key names what is asked; another key means another question. `undefined`: there is nothing to ask
 */
export function useAsked<T>(key: string | undefined, ask: () => Promise<T>, { every, again }: Pace = {}): Asked<T> {
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
      let pace = every;
      try {
        const data = await latest.current();
        if (!isWanted) return;
        setAnswer({ key, data });
        setError(undefined);
      } catch (fault) {
        if (!isWanted) return;
        setError(plainFault(fault));
        pace = again;
      }
      if (pace !== undefined) timer = setTimeout(() => void look(), pace);
    };
    void look();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [key, every, again, turn]);
  return {
    data: answer !== undefined && answer.key === key ? answer.data : undefined,
    error,
    retry: () => setTurn((count) => count + 1),
  };
}
