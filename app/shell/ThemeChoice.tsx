import { choose, settings, type Theme } from "../settings.ts";

/** The sign comes first: it is all that a phone has room for. */
const THEMES: Readonly<Record<Theme, string>> = { system: "◐ System", light: "☀ Light", dark: "☾ Dark" };

/** Light or dark, by the system's wish or one's own. */
export function ThemeChoice() {
  return (
    <select
      class="theme"
      aria-label="Theme"
      value={settings.value.theme}
      onChange={(event) => choose({ theme: event.currentTarget.value as Theme })}
    >
      {Object.entries(THEMES).map(([theme, name]) => (
        <option key={theme} value={theme}>
          {name}
        </option>
      ))}
    </select>
  );
}
