import { MaxUint256 } from "ethers";
import type { JobQuote } from "#sdk/actions/compute/quote.ts";
import { addSlippage } from "#sdk/math/addSlippage.ts";
import { DEFAULT_SLIPPAGE } from "#sdk/math/DEFAULT_SLIPPAGE.ts";
import { Facts } from "../../../ui/Facts.tsx";
import { Money } from "../../../ui/Money.tsx";
import { exactMoney } from "../../../ui/money.ts";
import type { Prepared } from "../engine/prepare.ts";
import type { Draft } from "./Draft.ts";
import { epsilonInWords, isDrowned, noiseInWords } from "./inWords.ts";
import type { Order, OrderContext } from "./readDraft.ts";

export interface QuoteFactsProps {
  readonly order: Order;
  readonly prepared: Prepared;
  readonly cost: JobQuote | undefined; // undefined: on its way
  readonly context: OrderContext;
  readonly symbol: string;
  readonly payWith: Draft["payWith"];
}

const NUMBER = new Intl.NumberFormat();

/** Every item of a quote, and what is bought with it. */
export function QuoteFacts({ order, prepared, cost, context, symbol, payWith }: QuoteFactsProps) {
  const { units, task, noise, choice } = prepared;
  const { epsilon, minCohort } = order;
  const { left, devices } = context.policy;
  const isAlone = payWith === "base";
  const isPossible = cost !== undefined && cost.baseAlone !== MaxUint256;
  const rows = devices.rows.reduce((sum, one) => sum + one, 0n);
  return (
    <>
      <Facts
        of={[
          ["Work, at most", `${NUMBER.format(units)} units`],
          [
            `${NUMBER.format(rows)} rows × ${NUMBER.format(BigInt(task.gasPerRow))} gas`,
            <Money wei={cost?.work} of="ALITA" />,
          ],
          ["Coordinator's fee", <Money wei={cost?.fee} of="ALITA" />],
          ["Data fee, worth as much as the work", <Money wei={cost?.data} of={symbol} />],
          ["of which burned", <Money wei={cost?.burn} of={symbol} />],
          isAlone && [
            `${symbol} bought inside for`,
            isPossible ? <Money wei={cost.baseAlone - cost.base} of="ALITA" /> : "?",
          ],
          [
            <strong key="total">You pay now</strong>,
            <strong key="sum">
              {isAlone ? (
                isPossible && <Money wei={cost.baseAlone} of="ALITA" />
              ) : (
                <>
                  <Money wei={cost?.base} of="ALITA" /> + <Money wei={cost?.data} of={symbol} />
                </>
              )}
            </strong>,
          ],
          isAlone &&
            isPossible && [
              "never more than",
              <Money key="most" wei={addSlippage(cost.baseAlone, DEFAULT_SLIPPAGE)} of="ALITA" />,
            ],
          ["Answer", `${NUMBER.format(task.output.length)} numbers`],
          ["Providers behind it", `${minCohort} or more`],
          ["Epsilon spent", exactMoney(epsilon)],
          ["left after", exactMoney(left - epsilon)],
        ]}
      />
      <p>{noiseInWords(choice, noise)}</p>
      {isDrowned(choice, noise, rows) && (
        <p class="warning">
          That is as much as all {NUMBER.format(rows)} records together: the answer will say next to nothing. Choose a
          dataset with more providers.
        </p>
      )}
      <p class="hint">{epsilonInWords(epsilon)}</p>
    </>
  );
}
