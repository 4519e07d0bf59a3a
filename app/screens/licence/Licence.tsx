import { useState } from "preact/hooks";
import { buyLicence } from "#sdk/actions/pool/buyLicence.ts";
import { quoteLicence } from "#sdk/actions/pool/quoteLicence.ts";
import { head } from "../../chain/head.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { run } from "../../intents/run.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Money } from "../../ui/Money.tsx";
import { NextStep } from "../../ui/NextStep.tsx";
import { dayAndTime, fromNow } from "../../ui/time.ts";
import { address } from "../../wallet/account.ts";
import type { TabProps } from "../dataset/tabs.ts";
import { AskForOffer } from "./AskForOffer.tsx";
import { OffersToYou } from "./OffersToYou.tsx";
import { poolAt } from "#sdk/chain/contracts.ts";
import { read } from "#sdk/chain/read.ts";
import { ZeroAddress } from "ethers";

const MOST = 12;

/** Access to a dataset for a time, at its list price. */
export function Licence({ dataset }: TabProps) {
  const [count, setCount] = useState(1);
  const who = address.value ?? ZeroAddress;
  const { pool } = dataset;
  const { data: quote } = useLive(`licence ${pool} ${who} ${count}`, () =>
    quoteLicence(reader(), { pool, licensee: who, periods: BigInt(count) }),
  );
  const { data: until } = useLive(`licensed ${pool} ${who}`, () =>
    read(reader(), poolAt(pool), "licensedUntil", [who]),
  );
  const now = BigInt(head.value?.timestamp ?? 0);
  const isRunning = until !== undefined && until > now;

  const act = async (): Promise<void> => {
    if (quote === undefined) return;
    await run({
      title: `${isRunning ? "Extend" : "Buy"} access to ${dataset.name}`,
      act: (client) => buyLicence(client, { pool, periods: BigInt(count), maxPrice: quote.cost }),
      tell: () => `Access until ${dayAndTime(quote.until)}`,
    });
  };

  const standing = (): string => {
    if (until === undefined) return "Looking whether you have access …";
    return isRunning ? `You have access; it ends ${fromNow(until, now)}.` : "You have no licence for this dataset.";
  };
  const missing = (): string | undefined => {
    if (quote === undefined || until === undefined) return "Asking for the price …";
    return quote.listed ? undefined : "Not on sale";
  };

  return (
    <section class="card form" aria-labelledby="licence-title">
      <h2 id="licence-title">Licence</h2>
      <p role="status">{standing()}</p>
      <label for="licence-periods">Periods</label>
      <input
        id="licence-periods"
        type="number"
        min="1"
        max={MOST}
        value={count}
        onInput={(event) => setCount(Math.min(MOST, Math.max(1, event.currentTarget.valueAsNumber || 1)))}
      />
      <Facts
        of={[["Price", <Money wei={quote?.cost} of="ALITA" />], quote && ["Access until", dayAndTime(quote.until)]]}
      />
      <NextStep label={isRunning ? "Extend access" : "Buy access"} missing={missing()} act={act} />
      <OffersToYou dataset={dataset} />
      <AskForOffer dataset={dataset} />
    </section>
  );
}
