import type { User } from "../../../scripts/browser/user/createUser.ts";
import { createFinder, type Spot } from "./addresses.ts";
import { OF_COLOURS, overflowing, settled, tooSmall, violations } from "./looks.ts";

/**
 * Goes to places, and to those that their links lead to, and looks at each of them by day and in the dark: it must have
 * a title of its own, nothing that axe finds, nothing wider than the window and nothing too small for a finger.
 * @returns what is wrong, in lines
 */
export async function lookAround(user: User, known: readonly Spot[]): Promise<string> {
  const find = createFinder(known);
  const titles = new Map<string, string>(); // to the place that has it
  const problems: string[] = [];
  const places = [...known];
  for (const { name, hash, shows } of places) {
    await user.goes(hash);
    await settled(user);
    if (shows !== undefined) await user.sees(shows);
    const [here = ""] = name.split(",");
    const title = await user.page.title();
    const wrong = /^\S.* · Datawell$/.test(title) ? [] : [`it has the title ${title}`];
    if ((titles.get(title) ?? here) !== here) wrong.push(`it has the title of ${titles.get(title)}`);
    titles.set(title, here);
    wrong.push(...(await looks(user)), ...user.faults.splice(0));
    problems.push(...wrong.map((problem) => `${name}: ${problem}`));
    places.push(...(await find(user)));
  }
  return problems.join("\n\n");
}

const WIDTHS = [360, 1_280]; // pixels: a phone's and a desk's; the last is where it began

/** What is wrong with the page as it is, in both themes at both sizes, in lines. */
export async function lookClosely(user: User): Promise<string> {
  const problems: string[] = [];
  for (const width of WIDTHS) {
    await user.page.setViewport({ width, height: 900 });
    problems.push(...(await looks(user)).map((problem) => `${width} px: ${problem}`));
  }
  return problems.join("\n\n");
}

/** What is wrong with the page as it is, in both themes. */
async function looks(user: User): Promise<readonly string[]> {
  const found = [...(await overflowing(user)), ...(await tooSmall(user))];
  await turn(user, "dark");
  found.push(...(await violations(user)).map((violation) => `dark: ${violation}`));
  await turn(user, "light");
  found.push(...(await violations(user, OF_COLOURS)).map((violation) => `light: ${violation}`));
  return found;
}

const turn = ({ page }: User, theme: "dark" | "light"): Promise<void> =>
  page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: theme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
