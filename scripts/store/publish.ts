import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import { parseMetadata } from "#sdk/metadata/validateMetadata.ts";
import { publishDocument } from "#sdk/store/publishDocument.ts";
import { bytes32 } from "../input/bytes32.ts";
import { readText } from "../input/readText.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";
import { storeAt } from "./storeAt.ts";

interface PublishArgs {
  readonly url: string;
  readonly dataset: string;
  readonly metadata: string;
  readonly contribution: string | undefined;
}

const publish: Action<PublishArgs> = async (args, context) => {
  const session = await openPool(context, args.dataset);
  const { pool, dataset } = session;
  const store = storeAt(session, args.url);
  const document = parseMetadata(readText(args.metadata, "metadata"));
  const contentTag = args.contribution === undefined ? undefined : bytes32(args.contribution, "contribution");
  if (context.dryRun) {
    const data = { dryRun: true, digest: metadataDigest(document) };
    return { title: `Would publish "${document.name}" for ${dataset.symbol}; nothing was sent`, data };
  }
  const { cid, digest, role } = await publishDocument(store, { document, pool, ...(contentTag && { contentTag }) });
  return {
    title: `Published "${document.name}" for ${dataset.symbol}`,
    facts: [
      ["address", cid],
      ["digest", digest],
      ["you are", role === "other" ? "neither its maker nor a provider of it" : `its ${role}`],
    ],
    data: { cid, digest, role, pool },
  };
};

export default publish;
