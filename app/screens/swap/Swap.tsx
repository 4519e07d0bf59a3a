import { tokenAt } from "#sdk/chain/contracts.ts";
import { read } from "#sdk/chain/read.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { go, href, route } from "../../route.ts";
import { Fault } from "../../ui/Fault.tsx";
import { useTitle } from "../../ui/useTitle.ts";
import { address } from "../../wallet/account.ts";
import { Missing } from "../Missing.tsx";
import { exactOf, typedIn } from "../trade/Typed.ts";
import { TradeForm } from "../trade/TradeForm.tsx";
import { useFairQuote } from "../trade/useFairQuote.ts";
import { quoteSwap, type Way } from "./quoteSwap.ts";
import { BASE, tokenIn, useSide, wordOf } from "./Side.ts";
import { SwapDetails } from "./SwapDetails.tsx";
import { TokenChoice } from "./TokenChoice.tsx";

/** Any token for any other: `#/swap/<from>/<to>`, each a token's address or ALITA. */
export function Swap() {
  const [, from = BASE, to] = route.value.path;
  const [given, wanted] = [tokenIn(from), tokenIn(to)];
  const isAddressed = given !== undefined && (to === undefined || wanted !== undefined);
  if (!isAddressed || given === wanted) return <Missing />;
  return <Known given={given} wanted={wanted} />;
}

interface KnownProps {
  readonly given: string; // token
  readonly wanted: string | undefined; // token; undefined: still to be chosen
}

function Known({ given, wanted }: KnownProps) {
  const [from, to] = [useSide(given), useSide(wanted)];
  const title = `Swap ${from.data?.symbol ?? "…"} for ${to.data?.symbol ?? "…"}`;
  useTitle(wanted === undefined ? "Swap" : title);
  const typed = typedIn(route.value.query);
  const exact = exactOf(typed);
  const way = from.data && to.data && { from: from.data, to: to.data };
  const live = useFairQuote(way && exact && keyOf(way, typed), (slippageBps) =>
    quoteSwap(reader(), way as Way, { ...(exact ?? { amountIn: 0n }), slippageBps }),
  );
  const who = address.value;
  const { data: balance } = useLive(who && `balance ${given} ${who}`, () =>
    read(reader(), tokenAt(given), "balanceOf", [who ?? ""]),
  );
  const lead = (sides: readonly (string | undefined)[], fields: Partial<typeof typed> = {}) =>
    go(href(["swap", ...sides.flatMap((token) => (token === undefined ? [] : wordOf(token)))], { ...fields }), true);

  return (
    <section class="card form swap" aria-labelledby="swap-title">
      <h1 id="swap-title">Swap</h1>
      <p class="hint">Any dataset's token for any other, through ALITA, in one transaction.</p>
      <Fault of={from.error ?? to.error} retry={from.error ? from.retry : to.retry} />
      <TradeForm
        title={title}
        verb="Swap"
        paying={from.data?.symbol ?? "…"}
        getting={to.data?.symbol ?? "…"}
        balance={balance}
        typed={typed}
        onTyped={(fields) => lead([given, wanted], fields)}
        exact={exact}
        live={live}
        missing={
          wanted === undefined ? "Choose what to receive" : way === undefined ? "Reading the tokens …" : undefined
        }
        before={
          <TokenChoice
            label="Pay with"
            side={from.data}
            isKnown
            without={wanted}
            onChoose={(token) => lead([token, wanted], typed)}
          />
        }
        between={
          <>
            <button
              type="button"
              class="flip"
              disabled={wanted === undefined}
              onClick={() => lead([wanted ?? given, given])}
            >
              ⇅ The other way round
            </button>
            <TokenChoice
              label="Receive"
              side={to.data}
              isKnown={wanted !== undefined}
              without={given}
              onChoose={(token) => lead([given, token], typed)}
            />
          </>
        }
        details={(quote) => way && <SwapDetails way={way} quote={quote} />}
        act={(client, { quote, deadline }) => quote.swap(client, deadline)}
      />
    </section>
  );
}

const keyOf = ({ from, to }: Way, { pay, get }: { readonly pay: string; readonly get: string }): string =>
  `swap ${from.token} ${to.token} ${pay}>${get}`;
