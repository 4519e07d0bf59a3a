import { proposals } from "#sdk/actions/pool/proposals.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { address } from "../../wallet/account.ts";
import type { TabProps } from "../dataset/tabs.ts";
import { Proposal } from "../votes/Proposal.tsx";

/** Offers of the maker to whoever looks, which nobody else can take. */
export function OffersToYou({ dataset }: TabProps) {
  const { pool } = dataset;
  const { data: all } = useLive(`proposals ${pool}`, () => proposals(reader(), { pool }));
  const own = all?.filter(({ proposal, state }) => {
    const isOpen = state === "live" || state === "passed";
    return isOpen && "buyer" in proposal && proposal.buyer === address.value;
  });
  if (own === undefined || own.length === 0) return null;
  return (
    <section class="form" aria-labelledby="offers-title">
      <h3 id="offers-title">Offered to you</h3>
      {own.map((one) => (
        <div key={one.id} class="card form">
          <Proposal dataset={dataset} one={one} />
        </div>
      ))}
    </section>
  );
}
