import { openOwnUrls, openUrls } from "#sdk/store/openUrls.ts";
import { getRecord } from "#sdk/store/records.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { readDeviceKeys } from "./deviceKeys.ts";
import { storeAt } from "./storeAt.ts";

interface OpenArgs {
  readonly url: string;
  readonly record: string;
  readonly device: string;
  readonly own: boolean;
}

const open: Action<OpenArgs> = async (args, context) => {
  const session = await openSession(context);
  const store = storeAt(session, args.url);
  const device = readDeviceKeys(args.device);
  const record = await getRecord(store, args.record);
  if (context.dryRun && !args.own) {
    return { title: "Would ask for the record's key; nothing was signed", data: { dryRun: true, record } };
  }
  const urls = args.own ? await openOwnUrls(store, { record, device }) : await openUrls(store, { record, device });
  if (urls === undefined) {
    const title = "The owner's device has yet to answer: run this again later, with the same keys";
    return { title, data: { record, waiting: true } };
  }
  return {
    title: `${urls.length} addresses, which are their owner's words: look at each before you open it`,
    table: { head: ["address"], rows: urls.map((address) => [address]) },
    data: { record, waiting: false, urls },
  };
};

export default open;
