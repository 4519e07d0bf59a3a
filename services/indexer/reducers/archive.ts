import type { DatawellEvent } from "#sdk/events/DatawellEvent.ts";
import { activity } from "../tables/activity.ts";
import { datasets } from "../tables/datasets.ts";
import { events } from "../tables/events.ts";
import { jobs } from "../tables/jobs.ts";
import { type Context, placeOf } from "./Reducer.ts";

/** Keeps an event as it was, and whom it concerns. */
export async function archive(event: DatawellEvent, context: Context): Promise<void> {
  const { state, time } = context;
  const { contract, address, name, transactionHash } = event;
  const token = await tokenOf(event, context);
  const place = placeOf(event, context);
  state.add(events, { ...place, contract, address, name, token, args: toJson(event.args), transactionHash });
  if (isMinor(event, context)) return;
  for (const account of concerned(event, context)) state.add(activity, { ...place, account });
  const dataset = token === "" ? undefined : await state.get(datasets, [token]);
  if (dataset !== undefined && dataset.lastActivity !== time) state.put(datasets, { ...dataset, lastActivity: time });
}

const toJson = (args: object): string =>
  JSON.stringify(args, (_, value) => (typeof value === "bigint" ? value.toString() : value));

/** The dataset that an event is about, even where a contract of the whole deployment tells it. */
async function tokenOf(event: DatawellEvent, { state, token }: Context): Promise<string> {
  const args = event.args as Readonly<Record<string, unknown>>;
  if (token !== "") return token;
  if (event.contract === "DatasetFactory") return typeof args.token === "string" ? args.token : "";
  if (event.contract !== "ComputeBilling" || typeof args.jobId !== "string") return "";
  return (await state.get(jobs, [args.jobId]))?.token ?? "";
}

/** What only accompanies another event of its transaction, and is no deed of its own. */
function isMinor({ name }: DatawellEvent, { transaction }: Context): boolean {
  if (name === "Transfer") return transaction.some((other) => other.name !== "Transfer");
  return name === "Sync" || name === "RegisterContent" || name === "ContractURIUpdated";
}

const ADDRESS = /^0x[0-9a-fA-F]{40}$/;

/** The accounts that an event names, contracts of ours left out. */
function concerned({ args }: DatawellEvent, { isContract }: Context): ReadonlySet<string> {
  const { job, ...others } = args as Readonly<Record<string, unknown>>;
  const { coordinator } = (job ?? {}) as Readonly<Record<string, unknown>>;
  const texts = [...Object.values(others), coordinator].filter((value) => typeof value === "string");
  return new Set(texts.filter((text) => ADDRESS.test(text) && !isContract(text)));
}
