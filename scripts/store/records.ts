import { formatTime } from "#sdk/format/formatTime.ts";
import { allRecords } from "#sdk/store/records.ts";
import type { Action } from "../tasks/Command.ts";
import { datasetOf } from "../tasks/datasetOf.ts";
import { openSession } from "../tasks/openSession.ts";
import { whoIs } from "../tasks/whoIs.ts";
import { storeAt } from "./storeAt.ts";

interface RecordsArgs {
  readonly url: string;
  readonly dataset: string | undefined;
  readonly cid: string | undefined;
  readonly owner: string | undefined;
}

const listThem: Action<RecordsArgs> = async (args, context) => {
  const session = await openSession(context);
  const store = storeAt(session, args.url);
  const { dataset, cid, owner } = args;
  const { records } = await allRecords(store, {
    ...(dataset !== undefined && { pool: (await datasetOf(session, dataset)).pool }),
    ...(cid !== undefined && { document: cid }),
    ...(owner !== undefined && { owner: whoIs(session, owner, "owner") }),
  });
  return {
    title: records.length === 0 ? "No record is found" : `${records.length} records of encrypted addresses`,
    table: {
      head: ["record", "owner", "contribution", "answers", "since"],
      rows: records.map((one) => [one.cid, one.owner, one.contentTag, one.mode, formatTime(BigInt(one.createdAt))]),
    },
    data: { records },
  };
};

export default listThem;
