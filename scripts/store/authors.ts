import { documentAuthors } from "#sdk/store/documentAuthors.ts";
import { formatTime } from "#sdk/format/formatTime.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { type DocumentArgs, documentOf } from "./documentOf.ts";
import { storeAt } from "./storeAt.ts";

interface AuthorsArgs extends DocumentArgs {
  readonly url: string;
}

const authorsOf: Action<AuthorsArgs> = async (args, context) => {
  const session = await openSession(context);
  const store = storeAt(session, args.url);
  const cid = await documentOf(session, args);
  const authors = await documentAuthors(store, cid);
  return {
    title: authors.length === 0 ? `Nobody has signed ${cid} as theirs` : `Who signed ${cid} as theirs`,
    table: {
      head: ["author", "was its", "pool", "since"],
      rows: authors.map(({ author, role, pool, publishedAt }) => [author, role, pool, formatTime(BigInt(publishedAt))]),
    },
    data: { cid, authors },
  };
};

export default authorsOf;
