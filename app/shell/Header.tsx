import { href, route } from "../route.ts";
import { AccountButton } from "./AccountButton.tsx";
import { ThemeChoice } from "./ThemeChoice.tsx";

const PLACES = [
  { name: "Datasets", path: [] },
  { name: "Swap", path: ["swap"] },
  { name: "Compute", path: ["compute"] },
  { name: "Launch", path: ["launch"] },
  { name: "Portfolio", path: ["portfolio"] },
] as const;

/** Where one can go, and who one is. */
export function Header() {
  const here = route.value.path[0];
  return (
    <header class="top">
      <a class="brand" href={href([])}>
        <img src="./icon.svg" alt="" width="28" height="28" />
        <span>Datawell</span>
      </a>
      <nav aria-label="Main">
        {PLACES.map(({ name, path }) => (
          <a key={name} href={href(path)} aria-current={here === path[0] ? "page" : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <ThemeChoice />
      <AccountButton />
    </header>
  );
}
