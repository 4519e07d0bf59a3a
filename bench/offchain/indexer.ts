import { parseEther } from "ethers";
import { toDeploymentFile } from "#deploy/deployments.ts";
import { buy } from "#sdk/actions/market/buy.ts";
import { connect } from "#sdk/connect.ts";
import { createIndexer, type Indexer } from "../../services/indexer/createIndexer.ts";
import type { Rpc } from "../../services/shared/chain/Rpc.ts";
import { openDatabase } from "../../services/shared/database/index.ts";
import { createLog } from "../../services/shared/log/index.ts";
import { inProcess } from "../../scripts/chain/inProcess.ts";
import { createNarrator } from "../../scripts/story/narrator.ts";
import { playOn, storyBegins } from "../../scripts/story/playOn.ts";
import type { Figure } from "./Figure.ts";

const TRADES = 500; // after the story
const GOAL = 1_000; // events a second
const REQUESTS = 300;

/**
 * How fast an index comes to be from nothing, over a real chain with the whole story and some trades, and how many
 * questions it answers. The chain's answers are recorded before, so that its own slowness is not counted.
 */
export async function measureIndexer(): Promise<readonly Figure[]> {
  const chain = await inProcess(storyBegins());
  const { deployment, cast, estate, stop } = await playOn(
    chain,
    createNarrator(() => {}),
  );
  await stop(); // nobody else shall ask this process for anything
  const [dataset] = estate.datasets;
  if (dataset === undefined) throw new Error("The story launched nothing");
  for (let i = 0; i < TRADES; i++) await buy(cast.tom, { dataset, amountIn: parseEther("0.01") });

  const client = connect(toDeploymentFile(deployment, ""), chain.provider);
  const log = createLog({ service: "indexer", level: "silent" });
  const rpc = recorded(chain.provider);
  const build = async () => {
    const database = await openDatabase("sqlite::memory:");
    const limits = { requestsPerMinute: 10_000_000 };
    const indexer = await createIndexer({ client, rpc, database, log, limits });
    const begun = performance.now();
    await indexer.catchUp();
    const [found] = await database.query<{ n: number }>("SELECT COUNT(*) AS n FROM indexer_events");
    return { indexer, events: Number(found?.n ?? 0), seconds: (performance.now() - begun) / 1_000 };
  };
  await build(); // records the answers, and warms up
  const { indexer, events, seconds } = await build();
  const speed = events / seconds;
  const built: Figure = {
    name: `indexer: from nothing, ${events} events`,
    value: `${Math.round(speed)} events/s`,
    goal: `>= ${GOAL} events/s`,
    met: speed >= GOAL,
  };
  const { token } = dataset;
  const figures = [
    built,
    await rate(indexer, "catalogue", "/datasets?sort=volume&search=e"),
    await rate(indexer, "dataset", `/datasets/${token}`),
    await rate(indexer, "candles", `/datasets/${token}/candles?resolution=5m`),
    await rate(indexer, "trades", `/datasets/${token}/trades?limit=100`),
    await rate(indexer, "activity of an account", `/accounts/${cast.tom.address}/activity`),
  ];
  await chain.close();
  return figures;
}

/** A node that answers at once what it was asked before. */
function recorded(rpc: Rpc): Rpc {
  const answers = new Map<string, unknown>();
  return {
    send: async (method, params) => {
      const question = JSON.stringify([method, params]);
      if (!answers.has(question)) answers.set(question, await rpc.send(method, params));
      return answers.get(question);
    },
  };
}

async function rate(indexer: Indexer, name: string, path: string): Promise<Figure> {
  const begun = performance.now();
  for (let i = 0; i < REQUESTS; i++) {
    const response = await indexer.fetch(new Request(`http://indexer${path}`));
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
    await response.text();
  }
  const perSecond = REQUESTS / ((performance.now() - begun) / 1_000);
  return { name: `indexer: ${name}`, value: `${Math.round(perSecond)} answers/s` };
}
