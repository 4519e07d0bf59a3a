import { launchCost } from "#sdk/actions/dataset/launchCost.ts";
import { useNow } from "../../chain/useNow.ts";
import { ShareBar } from "../../ui/charts/ShareBar.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { Money } from "../../ui/Money.tsx";
import { money, priceOfOne } from "../../ui/money.ts";
import { dayAndTime } from "../../ui/time.ts";
import { draft } from "./keptDraft.ts";
import { priceBounds } from "./priceBounds.ts";
import type { Numbers } from "./readDraft.ts";

export interface PreviewProps {
  readonly numbers: Numbers;
  readonly balance: bigint | undefined; // ALITA wei
}

/** What the launch costs, what it locks and until when, and how far the price can fall: before anything is signed. */
export function Preview({ numbers, balance }: PreviewProps) {
  const { rewardInBase } = draft.value;
  const { liquidityBase, allocation } = numbers;
  const isKnown = liquidityBase !== undefined && allocation !== undefined;
  const cost = isKnown ? launchCost({ liquidityBase, pool: { rewardInBase, allocation } }) : undefined;

  return (
    <aside class="card form launch-preview" aria-labelledby="launch-preview-title">
      <h2 id="launch-preview-title">What it means</h2>
      <p role="status" class="launch-cost">
        {cost === undefined ? "Some numbers cannot be read yet" : `The launch takes ${money(cost)} ALITA from you`}
        {cost !== undefined && balance !== undefined && balance < cost && (
          <span class="fault"> You have {money(balance)} ALITA</span>
        )}
      </p>
      <Facts
        of={[
          ["Into the market, locked", <Amount wei={liquidityBase} of="ALITA" />],
          rewardInBase && ["Set aside for providers", <Amount wei={allocation} of="ALITA" />],
        ]}
      />
      <Supply numbers={numbers} />
      <Locked numbers={numbers} />
      <Worst numbers={numbers} />
    </aside>
  );
}

interface PartProps {
  readonly numbers: Numbers;
}

const symbolOf = (): string => draft.value.symbol.trim() || "Data Tokens";

/** An amount, or that it cannot be read. */
const Amount = ({ wei, of }: { readonly wei: bigint | undefined; readonly of: string }) =>
  wei === undefined ? <>?</> : <Money wei={wei} of={of} />;

/** Where the Data Tokens go. */
function Supply({ numbers: { supply, liquidityData, allocation } }: PartProps) {
  if (supply === undefined || liquidityData === undefined || allocation === undefined) return null;
  const rewards = draft.value.rewardInBase ? 0n : allocation;
  const rest = supply - liquidityData - rewards;
  if (rest < 0n) return null;
  return (
    <ShareBar
      title={`Of ${money(supply)} ${symbolOf()}`}
      shares={[
        { name: "Market", value: liquidityData },
        { name: "Providers", value: rewards },
        { name: "Yours, locked", value: rest },
      ]}
      format={money}
    />
  );
}

/** What cannot be moved, and until when. */
function Locked({ numbers: { supply, liquidityData, allocation, lock } }: PartProps) {
  const now = useNow();
  if (lock === undefined) return null;
  const until = now + lock;
  const rewards = draft.value.rewardInBase ? 0n : (allocation ?? 0n);
  const rest = (supply ?? 0n) - (liquidityData ?? 0n) - rewards;
  return (
    <p>
      All liquidity{rest > 0n && ` and ${money(rest)} ${symbolOf()} of yours`} stay locked until{" "}
      <strong>{dayAndTime(until)}</strong>. Nobody can shorten this, you neither.
    </p>
  );
}

/** How far the price can fall. */
function Worst({ numbers: { supply, liquidityData, liquidityBase, allocation } }: PartProps) {
  if (!supply || !liquidityData || !liquidityBase || allocation === undefined) return null;
  const rewards = draft.value.rewardInBase ? 0n : allocation;
  const bounds = priceBounds({ supply, liquidityData, liquidityBase, rewards });
  const exit = priceOfOne(bounds.exitX128);
  return (
    <>
      <h3>Price of a Data Token</h3>
      <Facts
        of={[
          ["At the launch", <Money wei={priceOfOne(bounds.firstX128)} of="ALITA" />],
          ["Worst while locked: all rewards sold", <Money wei={priceOfOne(bounds.lockedX128)} of="ALITA" />],
          ["Worst later: all there is sold", <Money wei={priceOfOne(bounds.soldX128)} of="ALITA" />],
          ["Worst exit: and your liquidity taken", exit === 0n ? "next to nothing" : <Money wei={exit} of="ALITA" />],
        ]}
      />
      <p class="hint">Buyers see the same numbers. Trades and liquidity of others only raise the worst ones.</p>
    </>
  );
}
