import { buy } from "#sdk/actions/market/buy.ts";
import { sell } from "#sdk/actions/market/sell.ts";
import type { Dataset } from "#sdk/types/Dataset.ts";
import { go, href, route } from "../../route.ts";
import { Money } from "../../ui/Money.tsx";
import { percent } from "../../ui/money.ts";
import { useHeld } from "../liquidity/useHeld.ts";
import { TradeDetails } from "./TradeDetails.tsx";
import { TradeForm } from "./TradeForm.tsx";
import { exactOf, typedIn } from "./Typed.ts";
import { useQuote } from "./useQuote.ts";

export interface TradeProps {
  readonly dataset: Dataset & { readonly symbol: string };
  readonly makerFeeShare: bigint; // bps
}

/** Buys and sells one dataset's token; either amount can be typed, and what was typed stands in the address. */
export function Trade({ dataset, makerFeeShare }: TradeProps) {
  const { symbol } = dataset;
  const { query, path } = route.value;
  const isBuy = query.get("side") !== "sell";
  const typed = typedIn(query);
  const exact = exactOf(typed);
  const live = useQuote({ dataset, isBuy, exact });
  const [paying, getting] = isBuy ? ["ALITA", symbol] : [symbol, "ALITA"];
  const held = useHeld(dataset);
  const change = (side: string, fields: Readonly<Record<string, string>>) =>
    go(href(path, { ...(side === "sell" && { side }), ...fields }), true);
  const verb = isBuy ? "Buy" : "Sell";
  const title = `${verb} ${symbol}`;
  return (
    <section class="card form" aria-labelledby="trade-title">
      <h2 id="trade-title">{title}</h2>
      <TradeForm
        title={title}
        verb={verb}
        paying={paying}
        getting={getting}
        balance={held && (isBuy ? held.base : held.data)}
        typed={typed}
        onTyped={(fields) => change(isBuy ? "buy" : "sell", { ...fields })}
        exact={exact}
        live={live}
        between={
          <button type="button" class="flip" onClick={() => change(isBuy ? "sell" : "buy", {})}>
            ⇅ {isBuy ? `Sell ${symbol} instead` : `Buy ${symbol} instead`}
          </button>
        }
        details={(quote) => (
          <TradeDetails
            quote={quote}
            paying={paying}
            getting={getting}
            hops={1}
            more={[
              ["Fee (0.3 %)", <Money wei={quote.fee} of={paying} />],
              ["of it to the maker", percent(makerFeeShare)],
              ["Route", `${paying} → ${getting}, one pair`],
            ]}
          />
        )}
        act={(client, { exact: agreed, ...terms }) => (isBuy ? buy : sell)(client, { dataset, ...agreed, ...terms })}
      />
    </section>
  );
}
