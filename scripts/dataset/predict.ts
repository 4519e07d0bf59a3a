import { predict } from "#sdk/actions/dataset/predict.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { datasetFacts } from "./datasetFacts.ts";
import type { LaunchArgs } from "./launchOptions.ts";
import { launchParams } from "./launchParams.ts";

const predictDataset: Action<LaunchArgs> = async (args, context) => {
  const session = await openSession(context);
  const params = await launchParams(session, args);
  const dataset = await predict(session.client, { maker: session.user, params });
  return {
    title: `${params.name} (${params.symbol}) launched by ${session.user} would stand at`,
    facts: datasetFacts(dataset),
    data: { ...dataset, maker: session.user },
  };
};

export default predictDataset;
