import type { Browser } from "puppeteer-core";
import type { OpenedStory } from "../../scripts/app/openStory.ts";
import { meetUser } from "../../scripts/browser/meetUser.ts";
import type { Launched } from "../../scripts/story/Stage.ts";
import { type Intent, INTENTS } from "./INTENTS.ts";
import type { Measured } from "./Measured.ts";

const FAST = 500; // milliseconds from the yes in the wallet until the page says how it went

export interface Driving {
  readonly browser: Browser;
  readonly inpage: string;
  readonly story: OpenedStory;
}

/** What somebody whose wallet is connected must click, type and sign for what they want. */
export async function measureIntents(driving: Driving): Promise<readonly Measured[]> {
  const figures: Measured[] = [];
  for (const intent of INTENTS) {
    const failed = (error: Error): readonly Measured[] => {
      console.error(error.message);
      return [{ name: `to ${intent.name}`, value: "could not be done", met: false }];
    };
    figures.push(...(await measure(driving, intent).catch(failed)));
  }
  return figures;
}

async function measure({ browser, inpage, story }: Driving, intent: Intent): Promise<readonly Measured[]> {
  const { chain, file, played, url } = story;
  const dataset = played.estate.datasets[0] as Launched;
  const { name, who, at, act, why } = intent;
  const most = { signatures: 1, transactions: 1, ...intent.most };
  const wallet = { keys: [played.cast[who].privateKey], rpcUrl: chain.rpcUrl, chainId: file.chainId };
  const user = await meetUser({ browser, inpage, url, wallet });
  try {
    await user.goes(`#/dataset/${dataset.token}/${at}`);
    await user.connects();
    const before = { ...user.counts };
    const asked = user.wallet.prompts.length;
    let agreed = 0;
    user.wallet.decide = () => {
      agreed = performance.now();
      return "approve";
    };
    await act(user, dataset);
    const took = Math.round(performance.now() - agreed);
    const kinds = user.wallet.prompts.slice(asked).map(({ kind }) => kind);
    const [signatures, transactions] = (["sign", "send"] as const).map(
      (kind) => kinds.filter((one) => one === kind).length,
    ) as [number, number];
    const clicks = user.counts.clicks - before.clicks;
    const fields = user.counts.fields - before.fields;
    const found = { clicks, fields, signatures, transactions };
    return [
      {
        name: `to ${name}`,
        value: inWords(found),
        goal: `<= ${inWords(most)}${why === undefined ? "" : ` (${why})`}`,
        met: (Object.keys(found) as (keyof typeof found)[]).every((key) => found[key] <= most[key]),
      },
      {
        name: `to ${name}, from the yes in the wallet to the outcome`,
        value: `${took} ms`,
        goal: `<= ${FAST} ms`,
        met: took <= FAST,
        isTimed: true,
      },
    ];
  } finally {
    await user.leaves();
  }
}

type Counts = Readonly<Record<"clicks" | "fields" | "signatures" | "transactions", number>>;

const inWords = ({ clicks, fields, signatures, transactions }: Counts): string =>
  `${clicks} clicks, ${fields} fields, ${signatures} + ${transactions}`;
