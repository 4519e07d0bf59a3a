import { useEffect, useRef, useState } from "preact/hooks";
import { type Sort, SORTS } from "../../data/catalogue/page.ts";

export interface SearchFormProps {
  readonly search: string;
  readonly sort: Sort;
  readonly sorts: readonly Sort[]; // that can be chosen
  readonly onChange: (wanted: { readonly search: string; readonly sort: Sort }) => void;
}

const PAUSE = 200; // milliseconds without typing until it is looked for

/** What to look for, and in which order. */
export function SearchForm({ search, sort, sorts, onChange }: SearchFormProps) {
  const [text, setText] = useState(search);
  const asked = useRef(search);
  const ask = (order: Sort): void => {
    asked.current = text.trim();
    onChange({ search: asked.current, sort: order });
  };
  useEffect(() => {
    if (search === asked.current) return; // the field's own words come back, and may have become more meanwhile
    asked.current = search;
    setText(search);
  }, [search]);
  useEffect(() => {
    if (text.trim() === search) return undefined;
    const timer = setTimeout(() => ask(sort), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <form
      class="cat-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        ask(sort);
      }}
    >
      <div class="field">
        <label for="search">Search</label>
        <input
          id="search"
          type="search"
          maxLength={200}
          placeholder="Name, keyword or field"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for="sort">Sort by</label>
        <select id="sort" value={sort} onChange={(event) => ask(event.currentTarget.value as Sort)}>
          {sorts.map((name) => (
            <option key={name} value={name}>
              {SORTS[name]}
            </option>
          ))}
        </select>
      </div>
    </form>
  );
}
