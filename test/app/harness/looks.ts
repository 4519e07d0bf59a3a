import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { User } from "../../../scripts/browser/user/createUser.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** axe's rules about colours: what the others find, they find in either theme. */
export const OF_COLOURS: readonly string[] = ["color-contrast", "link-in-text-block"];

/** What axe has against the page as it is now, in sentences; by default with all its rules. */
export async function violations({ page }: User, rules?: readonly string[]): Promise<readonly string[]> {
  if ((await page.evaluate("typeof axe")) === "undefined") await page.evaluate(AXE);
  const options = JSON.stringify(rules === undefined ? {} : { runOnly: rules });
  const run = `axe.run(document, ${options}).then((result) => result.violations)`;
  const found = (await page.evaluate(run)) as readonly Violation[];
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} (${help}): ${html.slice(0, 200)} ${failureSummary}`),
  );
}

/** What is wider than the window, so that one would have to scroll sideways. */
export const overflowing = ({ page }: User): Promise<readonly string[]> =>
  page.evaluate(`(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > room + 1);
    return ["The page scrolls sideways", ...wide.slice(0, 5).map((one) => one.outerHTML.slice(0, 200))];
  })()`) as Promise<readonly string[]>;

/** Everything that can be pressed and is smaller than a fingertip, links within a text left out. */
export const tooSmall = ({ page }: User): Promise<readonly string[]> =>
  page.evaluate(`[...document.querySelectorAll("button, nav a, summary, select, textarea, input:not([type=checkbox], [type=radio])")]
    .filter((one) => one.offsetParent !== null && one.getBoundingClientRect().height < 43.5)
    .map((one) => one.outerHTML.slice(0, 120) + " is " + one.getBoundingClientRect().height + " high")`) as Promise<
    readonly string[]
  >;

/** Waits until nothing is on its way any more: no grey boxes, nothing that says it is busy. */
export const settled = ({ until, page }: User): Promise<true> =>
  until("The page never came to rest", async () =>
    (await page.evaluate(
      `document.querySelector("main .skeleton, main[aria-busy=true], main [aria-busy=true]") === null`,
    ))
      ? true
      : undefined,
  );
