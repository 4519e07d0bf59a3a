import { useEffect, useState } from "preact/hooks";
import type * as Loaded from "./engine.ts";

export type Engine = typeof Loaded;

let loaded: Promise<Engine> | undefined;

/** Loads the heavy part once. */
export function engine(): Promise<Engine> {
  loaded ??= import("./engine.ts");
  return loaded;
}

/** The heavy part, undefined while it is on its way. */
export function useEngine(): Engine | undefined {
  const [ready, setReady] = useState<Engine>();
  useEffect(() => {
    void engine().then((found) => setReady(() => found));
  }, []);
  return ready;
}
