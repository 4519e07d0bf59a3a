import { SCREENS } from "../../../app/screens/index.ts";
import { TABS } from "../../../app/screens/dataset/tabs.ts";
import type { House } from "./openHouse.ts";

export interface Place {
  readonly name: string;
  readonly hash: (house: House) => string;
}

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
  { name: "a trade about to be signed", hash: ofWeather("trade", "pay=10") },
  { name: "a search that finds nothing", hash: () => "#/?search=nothing+of+that+name" },
  { name: "a dataset that wants to do harm", hash: ({ hostile }) => `#/dataset/${hostile.token}` },
];
