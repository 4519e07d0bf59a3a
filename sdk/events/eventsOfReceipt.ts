import type { TransactionReceipt } from "ethers";
import type { Datawell } from "../chain/datawell.ts";
import type { Dataset } from "../types/Dataset.ts";
import type { DatawellEvent } from "./DatawellEvent.ts";
import { decodeLog } from "./decodeLog.ts";
import { sourcesOf } from "./sourcesOf.ts";

/** All events in a receipt of the deployment's contracts and of the given datasets, in order. */
export function eventsOfReceipt(
  client: Datawell,
  { logs }: Pick<TransactionReceipt, "logs">,
  datasets: readonly Dataset[] = [],
): readonly DatawellEvent[] {
  const sources = sourcesOf(client, datasets);
  return logs.flatMap((log) => {
    const contract = sources.get(log.address.toLowerCase());
    return contract === undefined ? [] : (decodeLog(log, contract) ?? []);
  });
}
