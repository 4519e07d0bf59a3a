import { createHosting, type Hosting } from "./createHosting.ts";
import { type House, openHouse } from "./openHouse.ts";

const hosting = createHosting<House>({ open: openHouse, keyOf: (house) => house.somebody().privateKey });

/** Gives a suite the house: a small market that stands in seconds, and people who have done nothing yet. */
export function useHouse(suite: Mocha.Suite): { readonly house: () => House } & Pick<Hosting<House>, "meet"> {
  const { host: house, meet } = hosting(suite);
  return { house, meet };
}
