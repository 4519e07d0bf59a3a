import { signal } from "@preact/signals";

/** Where in the app somebody is: `#/dataset/0x..?side=sell`. */
export interface Route {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

const parse = (hash: string): Route => {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  return { path: path.split("/").filter(Boolean).map(decode), query: new URLSearchParams(query) };
};

/** A word that nobody has encoded properly is taken as it is. */
function decode(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

export const route = signal<Route>(parse(location.hash));

/** How somebody came to a place. */
export interface Arrival {
  readonly isReturn: boolean; // by the browser's back or forward, which remembers how far one had scrolled
}

/** The last arrival at another place; undefined at the first. State that changes within a place is none. */
export const arrival = signal<Arrival | undefined>();

/** What of a path is a place: a dataset is one with all its parts. */
const placeOf = ({ path }: Route): string => path.slice(0, 2).join("/");

/** Marks an entry of the browser's history as one where somebody was. */
const SEEN = { isSeen: true };

/** The address of a place in the app. */
export function href(path: readonly string[], query: Readonly<Record<string, string | undefined>> = {}): string {
  const words = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  const search = new URLSearchParams(words).toString();
  return `#/${path.map(encodeURIComponent).join("/")}${search && `?${search}`}`;
}

/** Goes somewhere; `replace` leaves no step back, for state that changes while somebody types. */
export function go(to: string, replace = false): void {
  if (replace) {
    history.replaceState(SEEN, "", to);
    route.value = parse(location.hash);
  } else {
    history.pushState(null, "", to);
    follow();
  }
}

/** Answers later whether somebody is still where they are now: what takes a while must not pull them back. */
export function here(): () => boolean {
  const { hash } = location;
  return () => location.hash === hash;
}

function follow(): void {
  const before = placeOf(route.value);
  const isReturn = (history.state as typeof SEEN | null)?.isSeen ?? false;
  history.replaceState(SEEN, "");
  route.value = parse(location.hash);
  if (placeOf(route.value) !== before) arrival.value = { isReturn };
}

/** Follows links, the back button and typed addresses. */
export function followRoutes(): void {
  history.replaceState(SEEN, "");
  addEventListener("hashchange", follow);
  addEventListener("popstate", follow);
}
