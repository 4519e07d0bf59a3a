import { withdrawRecord } from "#sdk/store/records.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { storeAt } from "./storeAt.ts";

interface WithdrawArgs {
  readonly url: string;
  readonly record: string;
}

const withdraw: Action<WithdrawArgs> = async ({ url, record }, context) => {
  const store = storeAt(await openSession(context), url);
  if (context.dryRun) return { title: `Would take ${record} back; nothing was sent`, data: { dryRun: true, record } };
  await withdrawRecord(store, record);
  return {
    title: `${record} is erased, its keys and its ciphertext`,
    facts: [["not taken back", "what somebody has opened already"]],
    data: { record },
  };
};

export default withdraw;
