import type { Browser } from "puppeteer-core";
import type { OpenedStory } from "../../scripts/app/openStory.ts";
import { meetUser } from "../../scripts/browser/meetUser.ts";
import type { Launched } from "../../scripts/story/Stage.ts";
import type { Figure } from "../offchain/Figure.ts";
import { type Intent, INTENTS } from "./INTENTS.ts";

export interface Driving {
  readonly browser: Browser;
  readonly inpage: string;
  readonly story: OpenedStory;
}

/** What somebody whose wallet is connected must click, type and sign for what he wants. */
export async function measureIntents(driving: Driving): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const intent of INTENTS) {
    const failed = (error: Error): Figure => {
      console.error(error.message);
      return { name: `to ${intent.name}`, value: "could not be done", met: false };
    };
    figures.push(await measure(driving, intent).catch(failed));
  }
  return figures;
}

async function measure({ browser, inpage, story }: Driving, intent: Intent): Promise<Figure> {
  const { chain, file, played, url } = story;
  const dataset = played.estate.datasets[0] as Launched;
  const { name, who, at, act, most = { signatures: 1, transactions: 1 }, why } = intent;
  const wallet = { keys: [played.cast[who].privateKey], rpcUrl: chain.rpcUrl, chainId: file.chainId };
  const user = await meetUser({ browser, inpage, url, wallet });
  try {
    await user.goes(`#/dataset/${dataset.token}/${at}`);
    await user.connects();
    const { clicks, fields } = { ...user.counts };
    const asked = user.wallet.prompts.length;
    await act(user, dataset);
    const kinds = user.wallet.prompts.slice(asked).map(({ kind }) => kind);
    const [signatures, transactions] = (["sign", "send"] as const).map(
      (kind) => kinds.filter((one) => one === kind).length,
    ) as [number, number];
    return {
      name: `to ${name}`,
      value: `${user.counts.clicks - clicks} clicks, ${user.counts.fields - fields} fields, ${signatures} + ${transactions}`,
      goal: `<= ${most.signatures} + ${most.transactions}${why === undefined ? "" : ` (${why})`}`,
      met: signatures <= most.signatures && transactions <= most.transactions,
    };
  } finally {
    await user.leaves();
  }
}
