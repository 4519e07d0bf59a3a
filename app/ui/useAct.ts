import { useState } from "preact/hooks";
import type { DatawellError } from "#sdk/errors/DatawellError.ts";
import { decodeError } from "#sdk/errors/decodeError.ts";

/** Something that a click begins. */
export interface Act {
  readonly isBusy: boolean;
  /** What went wrong with it, where nothing else told; a no in the wallet is no fault. */
  readonly fault: DatawellError | undefined;
  readonly once: (act: () => Promise<unknown>) => Promise<void>;
}

/** Does what a click begins, and keeps what went wrong with it. */
export function useAct(): Act {
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<DatawellError>();
  const once = async (act: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      await act();
    } catch (error) {
      const told = decodeError(error);
      if (told.name !== "Rejected") setFault(told);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, fault, once };
}
