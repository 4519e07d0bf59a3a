import { getAddress, isAddress } from "ethers";
import { useState } from "preact/hooks";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { href, route } from "../../route.ts";
import { WalletPicker } from "../../shell/WalletPicker.tsx";
import { Fault } from "../../ui/Fault.tsx";
import { Identicon } from "../../ui/Identicon.tsx";
import { shortAddress } from "../../ui/shortAddress.ts";
import { useTitle } from "../../ui/useTitle.ts";
import { address } from "../../wallet/account.ts";
import { Activity } from "./Activity.tsx";
import { readPortfolio } from "./data/readPortfolio.ts";
import { Jobs } from "./Jobs.tsx";
import { Licences } from "./Licences.tsx";
import { LiquidityHeld } from "./LiquidityHeld.tsx";
import { MadeDatasets } from "./MadeDatasets.tsx";
import { Providing } from "./Providing.tsx";
import { Tokens } from "./Tokens.tsx";
import { Worth } from "./Worth.tsx";

/** All that an account has: `#/portfolio`, or anybody's by `#/portfolio/<address>`. */
export function Portfolio() {
  useTitle("Portfolio");
  const asked = route.value.path[1];
  const who = asked !== undefined && isAddress(asked) ? getAddress(asked) : address.value;
  return (
    <>
      <h1>Portfolio</h1>
      {who === undefined ? <Nobody /> : <Somebody key={who} who={who} />}
    </>
  );
}

function Nobody() {
  const [isPicking, pick] = useState(false);
  return (
    <section class="card portfolio-empty">
      <p>Connect a wallet to see your tokens, liquidity, stakes, rewards, licences and jobs.</p>
      <button type="button" class="primary" onClick={() => pick(true)}>
        Connect wallet
      </button>
      {isPicking && <WalletPicker onClose={() => pick(false)} />}
    </section>
  );
}

function Somebody({ who }: { readonly who: string }) {
  const { data, error, retry, isLoading } = useLive(`portfolio ${who}`, () => readPortfolio(reader(), who));
  const isOwn = who === address.value;
  return (
    <div class="portfolio" aria-busy={isLoading}>
      <p class="portfolio-who">
        <Identicon of={who} size={32} /> <code title={who}>{shortAddress(who)}</code>
        {isOwn ? (
          <a href={href(["portfolio", who])}>Link to this page</a>
        ) : (
          <span class="tag">somebody else's, to look at</span>
        )}
      </p>
      <Fault of={error} retry={retry} />
      <Worth portfolio={data} />
      {data && (
        <>
          <Providing standings={data.standings} isOwn={isOwn} />
          <MadeDatasets standings={data.standings} isOwn={isOwn} />
          <Tokens alita={data.alita} standings={data.standings} isOwn={isOwn} />
          <LiquidityHeld standings={data.standings} />
          <Licences standings={data.standings} />
          <Jobs jobs={data.jobs} standings={data.standings} />
          <Activity who={who} activity={data.activity} standings={data.standings} />
        </>
      )}
    </div>
  );
}
