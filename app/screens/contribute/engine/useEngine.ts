import { useEffect, useMemo, useState } from "preact/hooks";
import type { Datawell } from "#sdk/chain/datawell.ts";
import { signerOf } from "#sdk/chain/signerOf.ts";
import { journalHere } from "../kept/journalHere.ts";
import type { Engine } from "./Engine.ts";
import { openEngine, type OpenEngine } from "./openEngine.ts";
import type { Remote } from "./talk.ts";

/** How far the worker is. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  readonly words: string;
}

export interface UsedEngine {
  /** The worker, started when it is first needed. */
  readonly engine: () => Remote<Engine>;
  /** Signs for the worker from now on. */
  readonly actAs: (client: Datawell) => void;
  readonly progress: Progress | undefined;
  readonly rest: () => void; // nothing is under way any more
}

/** A worker as long as the component is shown. */
export function useEngine(): UsedEngine {
  const [progress, setProgress] = useState<Progress>();
  const bench = useMemo(() => createBench(setProgress), []);
  useEffect(() => bench.close, [bench]);
  return { ...bench, progress, rest: () => setProgress(undefined) };
}

function createBench(onProgress: (progress: Progress) => void) {
  let opened: OpenEngine | undefined;
  let client: Datawell | undefined;
  const open = (): OpenEngine =>
    openEngine({
      journal: (name, text) => journalHere().fix(name, text),
      progress: (done, of, words) => onProgress({ done, of, words }),
      sign: (domain, types, value) => {
        if (client === undefined) throw new Error("Nothing is being attested");
        return signerOf(client).signTypedData(domain, types, value);
      },
    });
  return {
    engine: () => (opened ??= open()).engine,
    actAs: (acting: Datawell) => {
      client = acting;
    },
    close: () => {
      opened?.close();
      opened = undefined;
    },
  };
}
