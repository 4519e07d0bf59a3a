import { href } from "../../route.ts";
import { Identicon } from "../../ui/Identicon.tsx";

export interface DatasetLinkProps {
  readonly token: string;
  readonly symbol: string;
  readonly name?: string;
  readonly tab?: string; // part of the dataset's page
}

/** The way to a dataset. */
export const DatasetLink = ({ token, symbol, name, tab }: DatasetLinkProps) => (
  <a class="portfolio-link" href={href(["dataset", token, ...(tab === undefined ? [] : [tab])])}>
    <Identicon of={token} />
    <span>
      {symbol} {name && <span class="hint">{name}</span>}
    </span>
  </a>
);
