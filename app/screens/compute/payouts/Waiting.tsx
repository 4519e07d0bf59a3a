import { useState } from "preact/hooks";
import type { Dataset } from "#sdk/types/Dataset.ts";
import { reader } from "../../../chain/site.ts";
import { Facts } from "../../../ui/Facts.tsx";
import { Fault } from "../../../ui/Fault.tsx";
import { Money } from "../../../ui/Money.tsx";
import { NextStep } from "../../../ui/NextStep.tsx";
import { address } from "../../../wallet/account.ts";
import { knownCoordinator } from "../order/useCoordinator.ts";
import { TextField } from "../../../ui/TextField.tsx";
import { useAsked } from "../useAsked.ts";
import { claimAll } from "./claimAll.ts";
import { findWaiting } from "./findWaiting.ts";

/** What jobs owe the connected account as a provider: looked for when it is asked for. */
export function Waiting({ datasets }: { readonly datasets: readonly Dataset[] }) {
  const who = address.value;
  const [turn, look] = useState(0);
  const [typed, type] = useState<string>();
  const url = typed ?? knownCoordinator() ?? "";
  const key = turn > 0 && who !== undefined && URL.canParse(url) ? `payouts ${who} ${url} ${turn}` : undefined;
  const {
    data: claims,
    error,
    retry,
  } = useAsked(key, () => findWaiting(reader(), { provider: who ?? "", datasets, url }));
  const sum = claims?.reduce((all, { job, payout }) => all + payout.units * job.unitPrice, 0n);
  return (
    <section class="card form" aria-labelledby="compute-payouts">
      <h2 id="compute-payouts">Payouts for providers</h2>
      <p class="hint">
        Who computed is paid by units, in ALITA for the work and in Data Tokens for the data. A coordinator may send
        payouts by itself; what it left can be claimed here.
      </p>
      {knownCoordinator() === undefined && (
        <TextField label="Coordinator" text={url} onText={type} hint="its address, which has the bills" />
      )}
      <Fault of={error} retry={retry} />
      {claims !== undefined && claims.length > 0 && (
        <Facts
          of={[
            ["Payouts", claims.length.toString()],
            ["For the work", <Money wei={sum} of="ALITA" />],
          ]}
        />
      )}
      {claims !== undefined && claims.length > 0 ? (
        <NextStep label="Claim them all" act={async () => (await claimAll(claims)) && look(turn + 1)} />
      ) : (
        <NextStep
          label="Look for payouts that wait"
          missing={url === "" ? "Enter the coordinator's address" : undefined}
          act={async () => look(turn + 1)}
        />
      )}
      <p role="status" class="hint">
        {key !== undefined && claims === undefined && error === undefined && "Looking …"}
        {claims?.length === 0 && "Nothing waits for you."}
      </p>
    </section>
  );
}
