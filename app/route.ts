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

/** The address of a place in the app. */
export function href(path: readonly string[], query: Readonly<Record<string, string | undefined>> = {}): string {
  const words = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  const search = new URLSearchParams(words).toString();
  return `#/${path.map(encodeURIComponent).join("/")}${search && `?${search}`}`;
}

/** Goes somewhere; `replace` leaves no step back, for state that changes while somebody types. */
export function go(to: string, replace = false): void {
  if (replace) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  follow();
}

/** Answers later whether somebody is still where they are now: what takes a while must not pull them back. */
export function here(): () => boolean {
  const { hash } = location;
  return () => location.hash === hash;
}

function follow(): void {
  route.value = parse(location.hash);
}

/** Follows links, the back button and typed addresses. */
export function followRoutes(): void {
  addEventListener("hashchange", follow);
  addEventListener("popstate", follow);
}
