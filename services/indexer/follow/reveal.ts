import type { Datawell } from "#sdk/chain/datawell.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";
import type { ChainLog } from "../../shared/chain/ChainLog.ts";
import { decode } from "./decode.ts";

/** The datasets whose creation these logs tell. */
export function datasetsIn({ factory }: Datawell, logs: readonly ChainLog[]): readonly Dataset[] {
  const address = factory.address.toLowerCase();
  return logs.flatMap((log) => {
    if (log.address !== address) return [];
    const event = decode(log, { contract: "DatasetFactory", token: "" });
    return event?.name === "CreateDataset" ? [event.args] : [];
  });
}

/** The addresses, in lower case, of contracts whose creation these logs tell. */
export const reveal = (client: Datawell, logs: readonly ChainLog[]): readonly string[] =>
  datasetsIn(client, logs).flatMap(({ token, pair, pool }) => [token, pair, pool].map((one) => one.toLowerCase()));
