import type { Term } from "../launch/TERMS.ts";

/** What an offer to one buyer says. */
export const OFFER_TERMS = {
  price: {
    label: "Price",
    words: "Paid by the buyer once it accepts",
    unit: "base",
    initial: "5",
    least: 0n,
    most: 2n ** 96n - 1n,
  },
  days: {
    label: "Access for",
    words: "From the moment of payment, or from the end of what the buyer has",
    unit: "days",
    initial: "30",
    least: 1n,
    most: 2n ** 32n - 1n,
  },
} as const satisfies Readonly<Record<string, Term>>;
