import { getAddress, isAddress } from "ethers";
import { useEffect, useMemo } from "preact/hooks";
import { type Shown, show } from "#sdk/actions/dataset/show.ts";
import { reader, site } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { jsonLd } from "../../data/metadata/jsonLd.ts";
import { useImitations } from "../../data/catalogue/useImitations.ts";
import { shownNames } from "../../data/words/shownNames.ts";
import { route } from "../../route.ts";
import { Fault } from "../../ui/Fault.tsx";
import { OneByOne } from "../../ui/OneByOne.tsx";
import { Unread } from "../../ui/Unread.tsx";
import { useTitle } from "../../ui/useTitle.ts";
import { Missing } from "../Missing.tsx";
import { About } from "./About.tsx";
import { Access } from "./Access.tsx";
import { Glance } from "./Glance.tsx";
import { Heading } from "./Heading.tsx";
import { InCode } from "./InCode.tsx";
import { Launch } from "./Launch.tsx";
import { MarketCharts } from "./MarketCharts.tsx";
import { Privacy } from "./Privacy.tsx";
import { Providers } from "./Providers.tsx";
import { Quality } from "./Quality.tsx";
import { Reward } from "./Reward.tsx";
import { Slashings } from "./Slashings.tsx";
import { TabBar } from "./TabBar.tsx";
import { useContributions } from "./useContributions.ts";
import { type Described, useDescription } from "./useDescription.ts";
import { tabOf } from "./tabs.ts";
import { useJsonLd } from "./useJsonLd.ts";

/** All about one dataset: `#/dataset/<token>`. */
export function Dataset() {
  const token = route.value.path[1] ?? "";
  return isAddress(token) ? <Known key={token} token={getAddress(token)} /> : <Missing />;
}

function Known({ token }: { readonly token: string }) {
  const { data, error, retry } = useLive(`dataset ${token}`, () => show(reader(), { token }));
  useEffect(
    () =>
      void tabOf(route.value.path[2])
        .load()
        .catch(() => {}),
    [],
  ); // while the chain answers; who shows it tells
  const imitation = useImitations(data !== undefined)?.get(token);
  const dataset = useMemo(() => data && shownNames(data, imitation), [data, imitation]);
  const described = useDescription(dataset?.contractUri);
  useTitle(dataset?.name ?? "Dataset");
  useJsonLd(dataset && thing(dataset, described));
  return (
    <>
      <Heading token={token} dataset={dataset} description={described.description} imitation={imitation} />
      <Fault of={error} retry={retry} />
      {(dataset !== undefined || error === undefined) && <Glance dataset={dataset} />}
      <div class="ds-page">
        <div class="ds-acts">{dataset && <TabBar dataset={dataset} />}</div>
        <div class="ds-tells">{dataset && <All dataset={dataset} described={described} />}</div>
      </div>
    </>
  );
}

interface AllProps {
  readonly dataset: Shown;
  readonly described: Described;
}

function All({ dataset, described }: AllProps) {
  const contributions = useContributions(dataset.pool);
  const { data: live } = contributions;
  return (
    <OneByOne>
      <MarketCharts dataset={dataset} />
      <About dataset={dataset} described={described} />
      <Unread of={contributions} />
      <div class="ds-pair">
        <Quality dataset={dataset} live={live} />
        <Reward dataset={dataset} />
      </div>
      <Providers dataset={dataset} live={live} />
      <div class="ds-pair">
        <Access dataset={dataset} />
        <Privacy dataset={dataset} />
      </div>
      <Launch dataset={dataset} />
      <Slashings dataset={dataset} />
      <InCode dataset={dataset} />
    </OneByOne>
  );
}

function thing({ token, name, contractUri }: Shown, { state }: Described): Readonly<Record<string, unknown>> {
  const { chainId } = site().deployment;
  const page = `${location.origin}${location.pathname}#/dataset/${token}`;
  const known = { token, name, contractUri, page, chainId: String(chainId) };
  return jsonLd(known, state.kind === "known" ? state.document : undefined);
}
