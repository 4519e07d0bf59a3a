import { launch } from "#sdk/actions/dataset/launch.ts";
import { launchCost } from "#sdk/actions/dataset/launchCost.ts";
import { predict } from "#sdk/actions/dataset/predict.ts";
import { formatTime } from "#sdk/format/formatTime.ts";
import { eighteen } from "../output/Money.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { send } from "../tasks/send.ts";
import { datasetFacts } from "./datasetFacts.ts";
import type { LaunchArgs } from "./launchOptions.ts";
import { launchParams } from "./launchParams.ts";

const launchDataset: Action<LaunchArgs> = async (args, context) => {
  const session = await openSession(context);
  const { client, alita, user } = session;
  const params = await launchParams(session, args);
  const cost = launchCost(params);
  const predicted = await predict(client, { maker: user, params });
  return send({
    intent: `launch ${params.name} (${params.symbol})`,
    facts: [
      ...datasetFacts(predicted),
      ["supply", units(params.supply, eighteen(params.symbol))],
      ["takes", units(cost, alita)],
      ["locked until", formatTime(params.lockedUntil)],
    ],
    quote: { ...predicted, cost, params },
    act: () => launch(client, params),
    tell: (launched) => ({ title: `Launched ${params.name} (${params.symbol})`, facts: datasetFacts(launched) }),
  });
};

export default launchDataset;
