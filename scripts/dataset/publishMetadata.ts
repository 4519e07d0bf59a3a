import { publishMetadata } from "#sdk/actions/dataset/publishMetadata.ts";
import { contractUri } from "#sdk/metadata/contractUri.ts";
import { metadataDigest } from "#sdk/metadata/metadataDigest.ts";
import { parseMetadata } from "#sdk/metadata/validateMetadata.ts";
import type { Fact } from "../output/Outcome.ts";
import { readText } from "../input/readText.ts";
import type { Action } from "../tasks/Command.ts";
import { datasetOf } from "../tasks/datasetOf.ts";
import { openSession } from "../tasks/openSession.ts";
import { send } from "../tasks/send.ts";

interface PublishArgs {
  readonly dataset: string;
  readonly metadata: string;
}

const publish: Action<PublishArgs> = async (args, context) => {
  const session = await openSession(context);
  const { token, symbol } = await datasetOf(session, args.dataset);
  const digest = metadataDigest(parseMetadata(readText(args.metadata, "metadata")));
  const facts: readonly Fact[] = [
    ["digest", digest],
    ["address", contractUri(digest)],
  ];
  return send({
    intent: `publish a new description of ${symbol}`,
    facts,
    quote: { digest, uri: contractUri(digest) },
    act: () => publishMetadata(session.client, { token, digest }),
    tell: ({ version }) => ({ title: `Published version ${version} of the description of ${symbol}`, facts }),
  });
};

export default publish;
