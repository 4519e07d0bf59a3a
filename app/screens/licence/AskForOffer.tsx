import { useState } from "preact/hooks";
import { href } from "../../route.ts";
import { copy } from "../../ui/copy.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { address } from "../../wallet/account.ts";
import { Address } from "../dataset/Address.tsx";
import type { TabProps } from "../dataset/tabs.ts";
import { NumberField, numberIn } from "../manage/NumberField.tsx";
import { OFFER_TERMS } from "./OFFER_TERMS.ts";

/**
 * What a buyer would pay, as a link for the maker, who makes it an offer by one click. Nothing is escrowed: in this
 * protocol a buyer pays when it accepts, and the price was agreed by those who have a part in the dataset.
 */
export function AskForOffer({ dataset }: TabProps) {
  const { token, terms } = dataset;
  const [price, setPrice] = useState("");
  const [days, setDays] = useState(String(terms.licencePeriod / 86_400n));
  const [said, say] = useState("");
  const isTyped = numberIn(OFFER_TERMS.price, price) !== undefined && numberIn(OFFER_TERMS.days, days) !== undefined;
  const wish = { part: "offer", buyer: address.value, price, days };
  const link = `${location.origin}${location.pathname}${href(["dataset", token, "manage"], wish)}`;
  const copyLink = async (): Promise<void> => {
    say((await copy(link)) ? "Copied: send it to the maker." : "Copy it from here:");
  };
  return (
    <details class="settings">
      <summary>Another price, or another time?</summary>
      <div class="form">
        <p class="hint">
          The maker, <Address of={terms.maker} />, can offer you one that only you can accept
          {terms.staking && ", once those with stake agree"}. Send your wish as a link; you pay nothing before you
          accept.
        </p>
        <NumberField term={OFFER_TERMS.price} text={price} onText={setPrice} />
        <NumberField term={OFFER_TERMS.days} text={days} onText={setDays} />
        <NextStep label="Copy the link for the maker" missing={isTyped ? undefined : "Write a price"} act={copyLink} />
        <p role="status" class="hint">
          {said} {said && <code>{link}</code>}
        </p>
      </div>
    </details>
  );
}
