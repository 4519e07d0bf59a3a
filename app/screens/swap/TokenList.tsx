import { useId, useState } from "preact/hooks";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { cataloguePage } from "../../data/catalogue/page.ts";
import { useImitations } from "../../data/catalogue/useImitations.ts";
import { safeText } from "../../data/words/safeText.ts";
import { Fault } from "../../ui/Fault.tsx";
import { Identicon } from "../../ui/Identicon.tsx";
import { shortAddress } from "../../ui/shortAddress.ts";
import { LooksLike } from "../catalogue/LooksLike.tsx";
import { BASE } from "./Side.ts";

export interface TokenListProps {
  readonly without: string | undefined;
  readonly onChoose: (token: string) => void;
}

/** The tokens there are, to look through by name, symbol or address; the most traded first where an index knows them. */
export function TokenList({ without, onChoose }: TokenListProps) {
  const [search, setSearch] = useState("");
  const id = useId();
  const { data, error, retry } = useLive(`tokens ${search}`, () => cataloguePage({ search, sort: "volume", page: 1 }));
  const imitations = useImitations();
  const alita = reader().alita.address;
  const base = { token: alita, name: "The settlement token", symbol: BASE };
  const isBaseMeant = search === "" || BASE.includes(search.trim().toUpperCase());
  const shown = [...(isBaseMeant ? [base] : []), ...(data?.cards ?? [])].filter(({ token }) => token !== without);
  return (
    <>
      <div class="field">
        <label for={id}>Search</label>
        <input
          id={id}
          type="search"
          maxLength={200}
          placeholder="Name, symbol or address"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      <Fault of={error} retry={retry} />
      <ul class="choices swap-tokens" aria-busy={data === undefined && error === undefined}>
        {shown.map(({ token, name, symbol }) => (
          <li key={token}>
            <button type="button" onClick={() => onChoose(token)}>
              <Identicon of={token} />
              <strong>{safeText(symbol)}</strong> <span>{safeText(name)}</span>
              <span class="hint">{shortAddress(token)}</span>
            </button>
            <LooksLike name={name} symbol={symbol} imitation={imitations?.get(token)} />
          </li>
        ))}
      </ul>
      <p role="status" class="hint">
        {data !== undefined && shown.length === 0 && "No token of that name."}
        {data?.hasNext && "There are more: search by name, symbol or address."}
      </p>
    </>
  );
}
