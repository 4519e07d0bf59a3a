import { getAddress, isAddress } from "ethers";
import { useState } from "preact/hooks";
import { proposePrice } from "#sdk/actions/pool/proposePrice.ts";
import { run } from "../../intents/run.ts";
import { href, route } from "../../route.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { shortAddress } from "../../ui/shortAddress.ts";
import { TextField } from "../../ui/TextField.tsx";
import type { TabProps } from "../dataset/tabs.ts";
import { useHeld } from "../liquidity/useHeld.ts";
import { OFFER_TERMS } from "../licence/OFFER_TERMS.ts";
import { ballotFrom, budgetIn, FIRST_BALLOT, isComplete } from "./Ballot.ts";
import { BallotFields } from "./BallotFields.tsx";
import { NumberField, numberIn } from "./NumberField.tsx";
import { Part } from "./Part.tsx";
import { tellBallot } from "./tellBallot.ts";

/** A licence for one buyer at a price of its own; a request of the buyer's fills it in from the address. */
export function Offer({ dataset }: TabProps) {
  const { pool, terms, token } = dataset;
  const { query } = route.value;
  const [buyer, setBuyer] = useState(query.get("buyer") ?? "");
  const [price, setPrice] = useState(query.get("price") ?? "");
  const [days, setDays] = useState(query.get("days") ?? String(terms.licencePeriod / 86_400n));
  const [ballot, setBallot] = useState(FIRST_BALLOT);
  const held = useHeld(dataset);
  const who = buyer.trim();
  const [amount, duration] = [numberIn(OFFER_TERMS.price, price), numberIn(OFFER_TERMS.days, days)];

  function missing(): string | undefined {
    if (!isAddress(who)) return "Name the buyer";
    if (amount === undefined) return "Write a price";
    if (duration === undefined) return "Write for how long";
    if (!isComplete(ballot)) return "Look at the vote's terms";
    return held !== undefined && held.base < (budgetIn(ballot) ?? 0n) ? "Not enough ALITA" : undefined;
  }

  async function act(): Promise<void> {
    if (amount === undefined || duration === undefined) return;
    const proposal = { buyer: getAddress(who), price: amount, duration, ...(await ballotFrom(ballot)) };
    await run({
      title: `Offer access to ${shortAddress(who)} for ${price} ALITA`,
      act: (client) => proposePrice(client, { pool, proposal }),
      tell: tellBallot("the buyer can accept"),
    });
  }

  return (
    <Part word="offer" title="Offer to one buyer" today="at a price of its own">
      <p class="hint">
        Only that buyer can accept, and pays then.{" "}
        {terms.staking && "It needs more than 60 % of all weight, yours included. "}
        <a href={href(["dataset", token, "votes"])}>What was offered before</a>
      </p>
      <TextField
        label="Buyer"
        hint="Its address"
        text={buyer}
        onText={setBuyer}
        fault={who === "" || isAddress(who) ? undefined : "This is no address"}
      />
      <NumberField term={OFFER_TERMS.price} text={price} onText={setPrice} />
      <NumberField term={OFFER_TERMS.days} text={days} onText={setDays} />
      <BallotFields ballot={ballot} onBallot={setBallot} />
      <NextStep label="Offer it" missing={missing()} act={act} />
    </Part>
  );
}
