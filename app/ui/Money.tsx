import { type Bound, exactMoney, money, moneyAt } from "./money.ts";

export interface MoneyProps {
  readonly wei: bigint | undefined; // undefined: not known yet
  readonly of?: string; // symbol of the token
  readonly at?: Bound; // it is the least, or the most
}

/** An amount of a token, short to read and exact to point at. */
export function Money({ wei, of, at }: MoneyProps) {
  if (wei === undefined) return <Unknown />;
  return (
    <span class="money" title={`${exactMoney(wei)}${of ? ` ${of}` : ""}`}>
      {at === undefined ? money(wei) : moneyAt(at, wei)}
      {of && ` ${of}`}
    </span>
  );
}

/** Takes the place of a number that is on its way. */
export const Unknown = () => (
  <span class="skeleton" aria-label="loading">
    000.00
  </span>
);
