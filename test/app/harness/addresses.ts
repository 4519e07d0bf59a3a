import { SCREENS } from "../../../app/screens/index.ts";
import { TABS } from "../../../app/screens/dataset/tabs.ts";
import type { House } from "./openHouse.ts";
import type { User } from "../../../scripts/browser/user/createUser.ts";

/** Somewhere in the page; the name's first word says whose title it may share. */
export interface Place {
  readonly name: string;
  readonly hash: (house: House) => string;
  /** What is written there when everything has arrived, if grey boxes do not tell. */
  readonly shows?: string | undefined;
}

/** A place whose address is known. */
export type Spot = Omit<Place, "hash"> & { readonly hash: string };

export const spotsIn = (house: House): readonly Spot[] =>
  PLACES.map(({ name, hash, shows }) => ({ name, hash: hash(house), shows }));

const ofWeather =
  (word: string, query = "") =>
  (house: House) =>
    `#/dataset/${house.weather.token}/${word}${query && `?${query}`}`;

/** Screens say themselves where they are; a dataset's needs a dataset, and is there once for each of its tabs. */
const screens = Object.keys(SCREENS)
  .filter((word) => word !== "dataset")
  .map((word): Place => ({ name: word === "" ? "catalogue" : word, hash: () => `#/${word}` }));

const tabs = TABS.map(({ word }): Place => ({ name: `dataset, ${word}`, hash: ofWeather(word) }));

/** Every screen and every tab there is, and some in states that are worth a look. */
export const PLACES: readonly Place[] = [
  ...screens,
  ...tabs,
  { name: "dataset, a trade about to be signed", hash: ofWeather("trade", "pay=10"), shows: "Receive at least" },
  {
    name: "swap, about to be signed",
    hash: ({ weather, hostile }) => `#/swap/${weather.token}/${hostile.token}?pay=10`,
    shows: "two pairs",
  },
  { name: "catalogue, a search that finds nothing", hash: () => "#/?search=nothing+of+that+name" },
  { name: "a dataset that wants to do harm", hash: ({ hostile }) => `#/dataset/${hostile.token}` },
];

/** What an address is like, whatever it is about: places of one shape are looked at once. */
const shapeOf = (hash: string): string => hash.replace(/0x[0-9a-f]+/gi, "0x").replace(/\?.*/, "");

/** Finds the places that links lead to, each shape once, so that nobody has to list what is new. */
export function createFinder(known: readonly Spot[]) {
  const seen = new Set(known.map(({ hash }) => shapeOf(hash)));
  return async ({ page }: User): Promise<readonly Spot[]> => {
    const links = await page.$$eval("main a[href^='#/']", (all) => all.map((one) => one.getAttribute("href") ?? ""));
    const fresh = links.filter((link) => {
      const isNew = !seen.has(shapeOf(link));
      seen.add(shapeOf(link));
      return isNew;
    });
    return fresh.map((link) => ({ name: `${link.split("/")[1]}, by a link to ${link}`, hash: link }));
  };
}
