import { publishUrls } from "#sdk/store/publishUrls.ts";
import { bytes32 } from "../input/bytes32.ts";
import { list } from "../input/list.ts";
import { oneOf } from "../input/oneOf.ts";
import { readText } from "../input/readText.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";
import { readDeviceKeys } from "./deviceKeys.ts";
import { documentOf } from "./documentOf.ts";
import { storeAt } from "./storeAt.ts";

interface PutArgs {
  readonly url: string;
  readonly dataset: string;
  readonly contribution: string;
  readonly addresses: string;
  readonly device: string;
  readonly mode: string;
  readonly cid: string | undefined;
}

const put: Action<PutArgs> = async (args, context) => {
  const session = await openPool(context, args.dataset);
  const store = storeAt(session, args.url);
  const { pool, dataset } = session;
  const mode = oneOf(args.mode, "mode", ["store", "owner"]);
  const urls = addressesOf(args.addresses);
  const params = {
    urls,
    pool,
    mode,
    document: await documentOf(session, args),
    contentTag: bytes32(args.contribution, "contribution"),
    ownerKey: readDeviceKeys(args.device).publicKey,
  };
  const what = `${urls.length} addresses of files of ${dataset.symbol}`;
  if (context.dryRun)
    return { title: `Would hide ${what}; nothing was sent`, data: { dryRun: true, count: urls.length } };
  const record = await publishUrls(store, params);
  return {
    title: `The store keeps ${what}, encrypted`,
    facts: [
      ["record", record.cid],
      ["answers", mode === "store" ? "the store, to whom the chain names" : "your device: `store answer`"],
    ],
    data: { record },
  };
};

/** A list as it is, or the lines of a file (@path), where the shell's history does not keep them. */
const addressesOf = (text: string): readonly string[] =>
  list(text.startsWith("@") ? readText(text.slice(1), "addresses").replaceAll(/\r?\n/g, ",") : text);

export default put;
