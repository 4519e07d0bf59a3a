import { writeFileSync } from "node:fs";
import { getDocument } from "#sdk/store/getDocument.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { type DocumentArgs, documentOf } from "./documentOf.ts";
import { storeAt } from "./storeAt.ts";

interface GetArgs extends DocumentArgs {
  readonly url: string;
  readonly out: string | undefined;
}

const get: Action<GetArgs> = async (args, context) => {
  const session = await openSession(context);
  const store = storeAt(session, args.url);
  const cid = await documentOf(session, args);
  const document = await getDocument(store, cid);
  const isWritten = args.out !== undefined && !context.dryRun;
  if (isWritten) writeFileSync(args.out, `${JSON.stringify(document, null, 2)}\n`);
  return {
    title: document.name,
    facts: [
      ["address", cid],
      ["about", document.description],
      ["licence", String(document.license)],
      ...(isWritten ? ([["written to", args.out]] as const) : []),
    ],
    data: { cid, document },
  };
};

export default get;
