import type { ComponentType } from "preact";
import { find } from "#sdk/actions/dataset/find.ts";
import { read } from "#sdk/chain/read.ts";
import { reader, site } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { go, href, route } from "../../route.ts";
import { useTitle } from "../../ui/useTitle.ts";
import { address } from "../../wallet/account.ts";
import { Attesters } from "./Attesters.tsx";
import { Describe } from "./Describe.tsx";
import { draft } from "./keptDraft.ts";
import { launch } from "./keptLaunch.ts";
import { Launched } from "./Launched.tsx";
import { Market } from "./Market.tsx";
import { Preview } from "./Preview.tsx";
import { readDraft } from "./readDraft.ts";
import { Records } from "./Records.tsx";
import { Review } from "./Review.tsx";
import { Rewards } from "./Rewards.tsx";
import { Sale } from "./Sale.tsx";
import { StepBar } from "./StepBar.tsx";
import type { StepProps } from "./StepProps.ts";
import { type Step, STEPS } from "./STEPS.ts";

const CONTENTS: Readonly<Record<string, ComponentType<StepProps>>> = {
  describe: Describe,
  records: Records,
  market: Market,
  rewards: Rewards,
  sale: Sale,
  attesters: Attesters,
};

/** Makes a dataset, step by step: `#/launch/<step>`. */
export function Launch() {
  useTitle("Launch a dataset");
  const last = launch.value;
  const token = last?.chainId === String(site().deployment.chainId) ? last.token : undefined;
  const { data: dataset } = useLive(token && `launched ${token}`, () => find(reader(), { token: token ?? "" }));
  return (
    <>
      <h1>Launch a dataset</h1>
      {last !== undefined && dataset !== undefined ? <Launched launch={last} pool={dataset.pool} /> : <Wizard />}
    </>
  );
}

function Wizard() {
  const who = address.value;
  const balanceOf = () => read(reader(), reader().alita, "balanceOf", [who ?? ""]);
  const { data: balance } = useLive(who && `alita ${who}`, balanceOf);
  const now = BigInt(Math.floor(Date.now() / 1_000));
  const { faults, numbers } = readDraft(draft.value, now);
  const index = Math.max(
    0,
    STEPS.findIndex(({ word }) => word === route.value.path[1]),
  );
  const step: Step = STEPS[index] ?? STEPS[0];
  const Content = CONTENTS[step.word];
  return (
    <>
      <StepBar current={step} faults={faults} />
      <div class="launch">
        <section class="card form" aria-labelledby="launch-step">
          <h2 id="launch-step">{step.title}</h2>
          {Content === undefined ? <Review balance={balance} /> : <Content faults={faults} />}
          <Turns index={index} />
        </section>
        <Preview numbers={numbers} balance={balance} />
      </div>
    </>
  );
}

/** To the step before and the one after. */
function Turns({ index }: { readonly index: number }) {
  const [before, after]: readonly (Step | undefined)[] = [STEPS[index - 1], STEPS[index + 1]];
  const turn = (to: Step) => go(href(["launch", to.word]));
  return (
    <div class="launch-turns">
      {before && (
        <button type="button" onClick={() => turn(before)}>
          Back: {before.title}
        </button>
      )}
      {after && (
        <button type="button" class="primary" onClick={() => turn(after)}>
          Next: {after.title}
        </button>
      )}
    </div>
  );
}
