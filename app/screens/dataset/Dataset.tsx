import { isAddress } from "ethers";
import { show } from "#sdk/actions/dataset/show.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { route } from "../../route.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Fault } from "../../ui/Fault.tsx";
import { Identicon } from "../../ui/Identicon.tsx";
import { Money } from "../../ui/Money.tsx";
import { priceOfOne } from "../../ui/money.ts";
import { useTitle } from "../../ui/useTitle.ts";
import { Missing } from "../Missing.tsx";
import { TabBar } from "./TabBar.tsx";

/** All about one dataset: `#/dataset/<token>`. */
export function Dataset() {
  const token = route.value.path[1] ?? "";
  return isAddress(token) ? <Known key={token} token={token} /> : <Missing />;
}

function Known({ token }: { readonly token: string }) {
  const { data: found, error, retry } = useLive(`dataset ${token}`, () => show(reader(), { token }));
  useTitle(found?.name ?? "Dataset");
  return (
    <>
      <h1>
        <Identicon of={token} size={32} /> {found?.name ?? "…"} <span class="hint">{found?.symbol}</span>
      </h1>
      <Fault of={error} retry={retry} />
      <div class="two">
        <section class="card">
          <h2>Market</h2>
          <Facts
            of={[
              ["Price", <Money wei={found && priceOfOne(found.market.spotX128)} of="ALITA" />],
              ["Liquidity", <Money wei={found?.market.reserveBase} of="ALITA" />],
              ["Providers", found?.status.cohort.toString()],
            ]}
          />
        </section>
        <div>{found && <TabBar dataset={found} />}</div>
      </div>
    </>
  );
}
