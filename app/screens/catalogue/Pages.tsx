import { href } from "../../route.ts";

export interface PagesProps {
  readonly page: number; // from 1
  readonly hasNext: boolean;
  readonly last: number | undefined; // number of the last page, if it is known
  readonly query: Readonly<Record<string, string | undefined>>;
}

/** The way to the pages before and after this one. */
export function Pages({ page, hasNext, last, query }: PagesProps) {
  if (page === 1 && !hasNext) return null;
  const to = (other: number) => href([], { ...query, page: other === 1 ? undefined : String(other) });
  return (
    <nav class="cat-pages" aria-label="Pages">
      {page > 1 && (
        <a href={to(page - 1)} rel="prev">
          Previous
        </a>
      )}
      <span>
        Page {page}
        {last !== undefined && ` of ${last}`}
      </span>
      {hasNext && (
        <a href={to(page + 1)} rel="next">
          Next
        </a>
      )}
    </nav>
  );
}
