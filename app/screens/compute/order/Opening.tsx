import { getAddress, MaxUint256 } from "ethers";
import { balances } from "#sdk/actions/dataset/balances.ts";
import type { Shown } from "#sdk/actions/dataset/show.ts";
import { open } from "#sdk/actions/compute/open.ts";
import { quote as quoteJob } from "#sdk/actions/compute/quote.ts";
import { now } from "#sdk/chain/now.ts";
import { reader } from "../../../chain/site.ts";
import { useLive } from "../../../chain/useLive.ts";
import { run } from "../../../intents/run.ts";
import { go, here, href } from "../../../route.ts";
import { Fault } from "../../../ui/Fault.tsx";
import { money, moneyAt } from "../../../ui/money.ts";
import { NextStep } from "../../../ui/NextStep.tsx";
import { address } from "../../../wallet/account.ts";
import { keptHere } from "../kept/keptHere.ts";
import type { Draft } from "./Draft.ts";
import { QuoteFacts } from "./QuoteFacts.tsx";
import { isAccount, type OrderContext } from "./readDraft.ts";
import { knownCoordinator, useCoordinator } from "./useCoordinator.ts";
import type { ReadOrder } from "./useOrder.ts";

export interface OpeningProps {
  readonly dataset: Shown;
  readonly draft: Draft;
  readonly read: ReadOrder;
  readonly context: OrderContext | undefined;
  readonly onDraft: (changes: Partial<Draft>) => void;
}

/** What a job costs, item by item, and the button that opens it. */
export function Opening({ dataset, draft, read, context, onDraft }: OpeningProps) {
  const { pool, token, symbol } = dataset;
  const { order, prepared } = read;
  const url = draft.coordinatorUrl ?? knownCoordinator() ?? "";
  const { data: found } = useCoordinator(url);
  const coordinator = draft.coordinator ?? found;
  const who = address.value;
  const question = order && prepared ? `${prepared.units} ${order.coordinatorFee}` : undefined;
  const { data: cost, error } = useLive(question && `compute quote ${pool} ${question}`, () =>
    quoteJob(reader(), { pool, maxUnits: prepared?.units ?? 0n, coordinatorFee: order?.coordinatorFee ?? 0n }),
  );
  const { data: held } = useLive(who && `balances ${token} ${who}`, () =>
    balances(reader(), { dataset, who: who ?? "" }),
  );
  const isAlone = draft.payWith === "base";

  async function act(): Promise<void> {
    if (order === undefined || prepared === undefined || cost === undefined || !isAccount(coordinator)) return;
    const { task, digest, choice, units } = prepared;
    const isStillHere = here();
    const opened = await run({
      title: `Compute on ${symbol}, up to ${moneyAt("most", isAlone ? cost.baseAlone : cost.base)} ALITA`,
      act: async (client) => {
        keptHere().keepTask(digest, { task, choice, coordinatorUrl: url }); // first: it is all that is needed later
        return open(client, {
          pool,
          coordinator: getAddress(coordinator),
          program: digest,
          maxUnits: units,
          minCohort: order.minCohort,
          epsilon: order.epsilon,
          deadline: (await now(reader())) + order.seconds,
          coordinatorFee: order.coordinatorFee,
          payWith: draft.payWith,
          quote: cost,
        });
      },
      tell: ({ basePaid }) => `Paid ${money(basePaid)} ALITA; what is not used comes back`,
    });
    if (opened !== undefined && isStillHere()) go(href(["compute", opened.jobId]));
  }

  function missing(): string | undefined {
    if (read.missing !== undefined) return read.missing;
    if (!URL.canParse(url)) return "Enter the coordinator's address";
    if (!isAccount(coordinator)) return "Enter the coordinator's account";
    if (error !== undefined) return error.message;
    if (cost === undefined) return "Asking for the price …";
    if (!cost.open) return "The dataset takes no jobs now";
    if (isAlone && cost.baseAlone === MaxUint256) return `The market has too little ${symbol}`;
    if (held === undefined) return undefined;
    if (held.base < (isAlone ? cost.baseAlone : cost.base)) return "Not enough ALITA";
    return !isAlone && held.data < cost.data ? `Not enough ${symbol}` : undefined;
  }

  return (
    <section class="card form" aria-labelledby="compute-quote">
      <h3 id="compute-quote">What it costs</h3>
      <fieldset class="ways">
        <legend>Pay with</legend>
        {(["base", "both"] as const).map((way) => (
          <label key={way} class="way">
            <input
              type="radio"
              name="compute-pay"
              checked={draft.payWith === way}
              onChange={() => onDraft({ payWith: way })}
            />
            {way === "base" ? "ALITA alone" : `ALITA and ${symbol}`}
          </label>
        ))}
      </fieldset>
      <Fault of={read.error ?? error} />
      {order && prepared && context && (
        <QuoteFacts {...{ order, prepared, cost, context, symbol }} payWith={draft.payWith} />
      )}
      <NextStep label="Sign and compute" missing={missing()} act={act} />
      <p class="hint">
        One transaction signs program, price and privacy. Units that are not used, and everything if there is no
        settlement until the deadline, come back to you.
      </p>
    </section>
  );
}
