import { Money } from "../../ui/Money.tsx";
import type { Portfolio } from "./data/readPortfolio.ts";
import { sum, valueOf } from "./data/valueOf.ts";

/** All of it in one number. */
export function Worth({ portfolio }: { readonly portfolio: Portfolio | undefined }) {
  const total = portfolio && portfolio.alita + sum(portfolio.standings.map(valueOf));
  return (
    <p class="portfolio-worth">
      <strong>
        <Money wei={total} of="ALITA" />
      </strong>{" "}
      <span class="hint">in all, at today's prices: selling much at once gives less</span>
    </p>
  );
}
