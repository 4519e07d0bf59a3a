import { useState } from "preact/hooks";
import { account as accountOf } from "#sdk/actions/pool/account.ts";
import type { Shown } from "#sdk/actions/dataset/show.ts";
import { formatDuration } from "#sdk/format/formatDuration.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { address } from "../../wallet/account.ts";
import { rewardSymbol } from "../dataset/rewardSymbol.ts";
import type { TabProps } from "../dataset/tabs.ts";
import { Fresh } from "./fresh/Fresh.tsx";
import type { Parent } from "./fresh/Parent.ts";
import { OwnList } from "./own/OwnList.tsx";
import { readOwn, updatesWaitUntil } from "./own/readOwn.ts";
import { useDeclaration } from "./useDeclaration.ts";
import { useNow } from "../../chain/useNow.ts";

/** Contributing to a dataset: a new contribution, and what became of the earlier ones. */
export function Contribute({ dataset }: TabProps) {
  const who = address.value;
  const { challengeWindow } = dataset.terms;
  return (
    <section class="card form" aria-labelledby="contribute-title">
      <div>
        <h2 id="contribute-title">Contribute</h2>
        <p class="hint">
          Your records are read, measured and hashed in this browser and stay on this device. Attesters vouch for them
          by a few that they draw. The reward is yours {formatDuration(challengeWindow)} after it was accepted.
        </p>
      </div>
      {who === undefined ? (
        <NextStep label="Contribute" act={async () => {}} />
      ) : (
        <Connected key={`${dataset.pool} ${who}`} dataset={dataset} who={who} />
      )}
    </section>
  );
}

interface ConnectedProps {
  readonly dataset: Shown;
  readonly who: string;
}

function Connected({ dataset, who }: ConnectedProps) {
  const [parent, update] = useState<Parent>();
  const [round, setRound] = useState(0);
  const { pool, terms } = dataset;
  const declaration = useDeclaration(dataset.contractUri);
  const own = useLive(`contributions ${pool} ${who}`, () => readOwn(reader(), pool, who));
  const { data: standing } = useLive(`account ${pool} ${who}`, () => accountOf(reader(), { pool, who }));
  const now = useNow();
  const symbol = rewardSymbol(dataset);
  const waitsUntil = updatesWaitUntil(own.data ?? [], terms.challengeWindow);
  return (
    <>
      {parent && (
        <p class="warning" role="status">
          An update of contribution {String(parent.own.number)}: choose its records and the new ones. What is new in
          them is rewarded, and at least the reward must be staked here.{" "}
          <button type="button" class="small" onClick={() => update(undefined)}>
            Contribute something else instead
          </button>
        </p>
      )}
      <Fresh
        key={`${round} ${parent?.own.contentTag}`}
        {...{ dataset, symbol, declaration, parent }}
        provider={who}
        own={own.data ?? []}
        standing={standing && { rewarded: standing.rewarded, staked: standing.staked, waitsUntil }}
        onDone={() => {
          update(undefined);
          setRound(round + 1);
          own.retry();
        }}
      />
      <OwnList
        dataset={dataset}
        symbol={symbol}
        live={own}
        now={now}
        onUpdate={(one) => {
          update(one);
          document.getElementById("contribute-title")?.scrollIntoView();
        }}
      />
    </>
  );
}
