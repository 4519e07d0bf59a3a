import { useState } from "preact/hooks";
import { setListed } from "#sdk/actions/pool/setListed.ts";
import { setPrice } from "#sdk/actions/pool/setPrice.ts";
import { formatDuration } from "#sdk/format/formatDuration.ts";
import { run } from "../../intents/run.ts";
import { exactMoney, money } from "../../ui/money.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import type { TabProps } from "../dataset/tabs.ts";
import { TERMS } from "../launch/TERMS.ts";
import { NumberField, numberIn } from "./NumberField.tsx";
import { Part } from "./Part.tsx";

/** What access costs, and whether it can be bought. */
export function Selling({ dataset }: TabProps) {
  const { pool, status, terms, symbol } = dataset;
  const { price, listed } = status;
  const [text, setText] = useState(exactMoney(price));
  const typed = numberIn(TERMS.price, text);
  const period = formatDuration(terms.licencePeriod);

  function missing(): string | undefined {
    if (typed === undefined) return "Write a price";
    return typed === price ? "This is the price already" : undefined;
  }

  return (
    <Part
      word="selling"
      title="Licence"
      today={`${money(price)} ALITA for ${period}, ${listed ? "on sale" : "not on sale"}`}
    >
      <NumberField term={{ ...TERMS.price, words: `For ${period} of access` }} text={text} onText={setText} />
      <NextStep
        label="Set the price"
        missing={missing()}
        act={() =>
          run({
            title: `Set the price of ${symbol} to ${text} ALITA`,
            act: (client) => setPrice(client, { pool, price: typed ?? 0n }),
          })
        }
      />
      <p class="hint">At once, for licences bought from now on. Those that were sold stay as they are.</p>
      <NextStep
        label={listed ? "Take licences and jobs off sale" : "Put licences and jobs on sale"}
        act={() =>
          run({
            title: `${listed ? "Take" : "Put"} ${symbol} ${listed ? "off" : "on"} sale`,
            act: (client) => setListed(client, { pool, listed: !listed }),
          })
        }
      />
    </Part>
  );
}
