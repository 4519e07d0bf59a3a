import { answerRequests } from "#sdk/store/answerRequests.ts";
import { getRecord } from "#sdk/store/records.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { readDeviceKeys } from "./deviceKeys.ts";
import { storeAt } from "./storeAt.ts";

interface AnswerArgs {
  readonly url: string;
  readonly record: string;
  readonly device: string;
}

const answer: Action<AnswerArgs> = async (args, context) => {
  const session = await openSession(context);
  const store = storeAt(session, args.url);
  const device = readDeviceKeys(args.device);
  const record = await getRecord(store, args.record);
  if (context.dryRun) return { title: "Would answer who waits; nothing was sent", data: { dryRun: true, record } };
  const accounts = await answerRequests(store, { record, device });
  return {
    title: accounts.length === 0 ? "Nobody waits who may have the key" : `${accounts.length} requests were answered`,
    table: { head: ["account"], rows: accounts.map((account) => [account]) },
    data: { record: record.cid, accounts },
  };
};

export default answer;
