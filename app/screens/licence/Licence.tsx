import { ZeroAddress } from "ethers";
import { useState } from "preact/hooks";
import { buyLicence } from "#sdk/actions/pool/buyLicence.ts";
import { quoteLicence } from "#sdk/actions/pool/quoteLicence.ts";
import { poolAt } from "#sdk/chain/contracts.ts";
import { read } from "#sdk/chain/read.ts";
import { formatDuration } from "#sdk/format/formatDuration.ts";
import { useNow } from "../../chain/useNow.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { run } from "../../intents/run.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Fault } from "../../ui/Fault.tsx";
import { Money } from "../../ui/Money.tsx";
import { NextStep } from "../../ui/NextStep.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { dayAndTime, fromNow } from "../../ui/time.ts";
import { address } from "../../wallet/account.ts";
import type { TabProps } from "../dataset/tabs.ts";
import { useHeld } from "../liquidity/useHeld.ts";
import { AskForOffer } from "./AskForOffer.tsx";
import { OffersToYou } from "./OffersToYou.tsx";
import { MOST_PERIODS, periodsIn } from "./periodsIn.ts";
import { Records } from "./Records.tsx";

/** Access to a dataset for a time, at its list price, and what it opens. */
export function Licence({ dataset }: TabProps) {
  const [text, setText] = useState("1");
  const periods = periodsIn(text);
  const who = address.value ?? ZeroAddress;
  const { pool, terms } = dataset;
  const price = useLive(periods === undefined ? undefined : `licence ${pool} ${who} ${periods}`, () =>
    quoteLicence(reader(), { pool, licensee: who, periods: periods ?? 1n }),
  );
  const licence = useLive(`licensed ${pool} ${who}`, () => read(reader(), poolAt(pool), "licensedUntil", [who]));
  const held = useHeld(dataset);
  const [quote, until] = [price.data, licence.data];
  const now = useNow();
  const isRunning = until !== undefined && until >= now;

  const act = async (): Promise<void> => {
    if (quote === undefined || periods === undefined) return;
    await run({
      title: `${isRunning ? "Extend" : "Buy"} access to ${dataset.name}`,
      act: (client) => buyLicence(client, { pool, periods, maxPrice: quote.cost }),
      tell: () => `Access until ${dayAndTime(quote.until)}`,
    });
  };

  const standing = (): string => {
    if (until === undefined) return licence.error ? "" : "Looking whether you have access …";
    return isRunning ? `You have access; it ends ${fromNow(until, now)}.` : "You have no licence for this dataset.";
  };
  const missing = (): string | undefined => {
    if (periods === undefined) return "Enter for how many periods";
    if (price.error ?? licence.error) return "The price could not be read";
    if (quote === undefined || until === undefined) return "Asking for the price …";
    if (!quote.listed) return "Not on sale";
    return held !== undefined && held.base < quote.cost ? "Not enough ALITA" : undefined;
  };

  return (
    <section class="card form" aria-labelledby="licence-title">
      <h2 id="licence-title">Licence</h2>
      <p role="status">{standing()}</p>
      <Fault of={licence.error} retry={licence.retry} />
      {isRunning && <Records dataset={dataset} who={who} />}
      <TextField
        label="Periods"
        hint={`of ${formatDuration(terms.licencePeriod)} each`}
        isNumber
        text={text}
        onText={setText}
        fault={periods === undefined ? `A whole number from 1 to ${MOST_PERIODS}` : undefined}
      />
      <Facts
        of={[["Price", <Money wei={quote?.cost} of="ALITA" />], quote && ["Access until", dayAndTime(quote.until)]]}
      />
      <Fault of={price.error} retry={price.retry} />
      <NextStep label={isRunning ? "Extend access" : "Buy access"} missing={missing()} act={act} />
      <OffersToYou dataset={dataset} />
      <AskForOffer dataset={dataset} />
    </section>
  );
}
