import { useEffect, useState } from "preact/hooks";

/** Code that is loaded when it is first looked at. */
export interface Code<C> {
  /** The last that was loaded, with its name: another's as long as the wanted one is on its way. */
  readonly shown: { readonly name: string; readonly Content: C } | undefined;
  readonly hasFailed: boolean;
  readonly retry: () => void;
}

/** Loads what a name stands for. It fails without a network, and after a release that has other files. */
export function useCode<C>(name: string, load: () => Promise<C>): Code<C> {
  const [shown, show] = useState<Code<C>["shown"]>();
  const [failed, fail] = useState<string>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isWanted = true;
    fail(undefined);
    load().then(
      (Content) => isWanted && show({ name, Content }),
      () => isWanted && fail(name),
    );
    return () => {
      isWanted = false;
    };
  }, [name, turn]);
  return { shown, hasFailed: failed === name, retry: () => setTurn((count) => count + 1) };
}
