import { useMemo } from "preact/hooks";
import type { DatawellError } from "#sdk/errors/DatawellError.ts";
import type { Prepared } from "../engine/prepare.ts";
import { plainFault } from "../../../intents/plainFault.ts";
import { useAsked } from "../useAsked.ts";
import type { Draft } from "./Draft.ts";
import { type Order, type OrderContext, type OrderFault, readDraft } from "./readDraft.ts";

/** What was typed, as far as it is an order. */
export interface ReadOrder {
  readonly order: Order | undefined;
  readonly prepared: Prepared | undefined;
  readonly missing: string | undefined; // what comes next, for a button
  readonly error: DatawellError | undefined; // devices would refuse it
}

/** Reads and prepares an order again whenever it changes. */
export function useOrder(draft: Draft, context: OrderContext | undefined): ReadOrder {
  const { word } = draft;
  const { data: prepare, error: unloaded } = useAsked(`program ${word}`, async () =>
    (await import("../engine/prepare.ts")).prepareOf(word),
  );
  const read = useMemo(() => context && readDraft(draft, context), [draft, context]);
  return useMemo((): ReadOrder => {
    const nothing = { order: undefined, prepared: undefined, error: unloaded };
    if (prepare === undefined || context === undefined || read === undefined) {
      return { ...nothing, missing: "Reading the dataset …" };
    }
    if (isFault(read)) return { ...nothing, missing: read.fault };
    try {
      const prepared = prepare({ ...read, rows: context.policy.devices.rows });
      return { order: read, prepared, missing: undefined, error: undefined };
    } catch (fault) {
      const error = plainFault(fault);
      return { ...nothing, order: read, missing: "Devices would refuse this", error };
    }
  }, [prepare, unloaded, read, context]);
}

const isFault = (read: Order | OrderFault): read is OrderFault => "fault" in read;
