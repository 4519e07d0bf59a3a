import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { Fault } from "../../ui/Fault.tsx";
import { NextStep } from "../../ui/NextStep.tsx";
import { address } from "../../wallet/account.ts";
import { Address } from "../dataset/Address.tsx";
import type { TabProps } from "../dataset/tabs.ts";
import { readMade } from "../portfolio/data/readMade.ts";
import { Takings } from "../portfolio/Takings.tsx";
import { Closing } from "./Closing.tsx";
import { Description } from "./Description.tsx";
import { Funding } from "./Funding.tsx";
import { Offer } from "./Offer.tsx";
import { Selling } from "./Selling.tsx";
import { Judges, LeastQuality, UnitPrice } from "./Terms.tsx";

/** All that a maker decides about its dataset, and what it is owed. */
export function Manage({ dataset }: TabProps) {
  const { maker } = dataset.terms;
  return (
    <section class="card form" aria-labelledby="manage-title">
      <h2 id="manage-title">Manage</h2>
      {address.value === maker ? <Own dataset={dataset} /> : <Others maker={maker} />}
    </section>
  );
}

function Others({ maker }: { readonly maker: string }) {
  return (
    <>
      <p>
        Price, offers, terms, reward and description are decided by the maker of this dataset, <Address of={maker} />.
      </p>
      <NextStep label="Manage" missing="Switch to the maker's account" act={async () => {}} />
    </>
  );
}

function Own({ dataset }: TabProps) {
  const { data: made, error, retry } = useLive(`made ${dataset.token}`, () => readMade(reader(), dataset));
  return (
    <>
      <p class="hint">
        {dataset.terms.staking
          ? "Providers have stake: they vote on offers and on changes of terms."
          : "Nobody has stake here: you decide alone, with three days' notice where contributions are judged."}
      </p>
      <Fault of={error} retry={retry} />
      {made && <Takings dataset={dataset} made={made} isOwn />}
      <Selling dataset={dataset} />
      <Offer dataset={dataset} />
      <LeastQuality dataset={dataset} />
      <UnitPrice dataset={dataset} />
      <Judges dataset={dataset} />
      <Funding dataset={dataset} />
      <Description dataset={dataset} />
      <Closing dataset={dataset} />
    </>
  );
}
