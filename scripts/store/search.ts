import { searchDocuments } from "#sdk/store/searchDocuments.ts";
import { count } from "../input/count.ts";
import { oneOf } from "../input/oneOf.ts";
import type { Action } from "../tasks/Command.ts";
import { datasetOf } from "../tasks/datasetOf.ts";
import { openSession } from "../tasks/openSession.ts";
import { whoIs } from "../tasks/whoIs.ts";
import { storeAt } from "./storeAt.ts";

interface SearchArgs {
  readonly url: string;
  readonly text: string | undefined;
  readonly dataset: string | undefined;
  readonly author: string | undefined;
  readonly role: string | undefined;
  readonly limit: string;
  readonly offset: string;
}

const search: Action<SearchArgs> = async (args, context) => {
  const session = await openSession(context);
  const store = storeAt(session, args.url);
  const { text, dataset, author, role } = args;
  const documents = await searchDocuments(store, {
    limit: Number(count(args.limit, "limit")),
    offset: Number(count(args.offset, "offset")),
    ...(text !== undefined && { text }),
    ...(dataset !== undefined && { pool: (await datasetOf(session, dataset)).pool }),
    ...(author !== undefined && { author: whoIs(session, author, "author") }),
    ...(role !== undefined && { role: oneOf(role, "role", ["maker", "provider", "other"]) }),
  });
  return {
    title: documents.length === 0 ? "No document is found" : `${documents.length} documents`,
    table: {
      head: ["name", "by its", "author", "address"],
      rows: documents.map((found) => [found.name, found.role, found.author, found.cid]),
    },
    data: { documents },
  };
};

export default search;
