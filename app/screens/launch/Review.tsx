import { useEffect, useState } from "preact/hooks";
import { launch as launchDataset } from "#sdk/actions/dataset/launch.ts";
import { launchCost } from "#sdk/actions/dataset/launchCost.ts";
import { predict } from "#sdk/actions/dataset/predict.ts";
import { now } from "#sdk/chain/now.ts";
import { formatDuration } from "#sdk/format/formatDuration.ts";
import { reader, site } from "../../chain/site.ts";
import { run } from "../../intents/run.ts";
import { href } from "../../route.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Money } from "../../ui/Money.tsx";
import { exactMoney, percent } from "../../ui/money.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { account, address } from "../../wallet/account.ts";
import { draft, forgetDraft } from "./keptDraft.ts";
import { keepLaunch } from "./keptLaunch.ts";
import { type LaunchTerms, readDraft, thresholdOf } from "./readDraft.ts";
import { firstFault } from "./STEPS.ts";

export interface ReviewProps {
  readonly balance: bigint | undefined; // ALITA wei
}

const here = (): bigint => BigInt(Math.floor(Date.now() / 1_000));

/** All in one look, and the one transaction. */
export function Review({ balance }: ReviewProps) {
  const [fault, tellFault] = useState<string>();
  const { faults, terms } = readDraft(draft.value, here());
  const first = firstFault(faults);
  useEffect(() => tellFault(undefined), [draft.value]);

  function missing(): string | undefined {
    if (first !== undefined) return `Not ready: ${first.step.title}`;
    if (fault !== undefined) return "The description cannot be accepted";
    const isShort = terms !== undefined && balance !== undefined && balance < launchCost(terms);
    return isShort ? "Not enough ALITA" : undefined;
  }

  async function act(): Promise<void> {
    try {
      await send();
    } catch (error) {
      tellFault(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <>
      {first && (
        <p>
          <a href={href(["launch", first.step.word])}>{first.step.title}</a>: {first.fault}.
        </p>
      )}
      {terms && <Summary terms={terms} />}
      {fault && (
        <p role="alert" class="fault">
          {fault}
        </p>
      )}
      <NextStep label={terms ? `Launch ${terms.symbol}` : "Launch"} missing={missing()} act={act} />
      <p class="hint">
        One signature lets exactly {terms ? exactMoney(launchCost(terms)) : "this much"} ALITA move, and one transaction
        does the rest.
      </p>
    </>
  );
}

/**
 * Launches what has been typed. What the chain does not keep is kept here before anything is sent, so that neither a
 * closed page nor a slow block loses the description.
 * @throws MetadataError
 */
async function send(): Promise<void> {
  const client = reader();
  const time = await now(client);
  const { terms } = readDraft(draft.value, time);
  const maker = account.value?.address;
  if (terms === undefined || maker === undefined) return;
  const [{ documentOf }, { metadataDigest }] = await Promise.all([
    import("./documentOf.ts"),
    import("#sdk/metadata/metadataDigest.ts"),
  ]);
  const document = documentOf(draft.value, time);
  const params = { ...terms, metadata: metadataDigest(document) };
  const { name, symbol } = terms;
  const { token } = await predict(client, { maker, params });
  const chainId = String(site().deployment.chainId);
  keepLaunch({ chainId, token, name, symbol, maker, document, isPublished: false });
  const done = await run({
    title: `Launch ${symbol}`,
    act: (who) => launchDataset(who, params),
    tell: () => `${name} is there, and so is its market`,
    onUnsent: () => keepLaunch(undefined),
  });
  if (done !== undefined) forgetDraft();
}

/** What will hold for ever. */
function Summary({ terms }: { readonly terms: LaunchTerms }) {
  const { name, symbol, makerFeeShare, pool } = terms;
  const reward = pool.rewardInBase ? "ALITA" : symbol;
  const { attesters, fields } = draft.value;
  return (
    <Facts
      of={[
        ["Dataset", `${name} (${symbol})`],
        ["Maker", address.value ? <code>{address.value}</code> : "whoever connects a wallet"],
        ["Fields", String(fields.length)],
        ["Takes now", <Money wei={launchCost(terms)} of="ALITA" />],
        ["Your part of swap fees", percent(makerFeeShare)],
        ["Set aside for providers", <Money wei={pool.allocation} of={reward} />],
        ["Most for one provider", <Money wei={pool.maxIncentive} of={reward} />],
        ["Least quality", percent(pool.minQuality)],
        ["Staking and votes", pool.staking ? "yes" : "no"],
        ["Licence", <LicencePrice price={pool.price} period={pool.licencePeriod} />],
        ["Compute unit", <Money wei={pool.unitPrice} of="ALITA" />],
        ["Providers behind a result", `at least ${pool.minCohort}`],
        ["Attesters", `${thresholdOf(draft.value)} of ${attesters.length}`],
      ]}
    />
  );
}

const LicencePrice = ({ price, period }: { readonly price: bigint; readonly period: bigint }) => (
  <>
    <Money wei={price} of="ALITA" /> for {formatDuration(period)}
  </>
);
