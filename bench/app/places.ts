/** Where somebody may enter the page by a link. */
export interface Place {
  readonly name: string;
  readonly hash: string;
}

const SCREENS = ["", "swap", "compute", "launch", "portfolio"];
const TABS = ["trade", "liquidity", "licence", "contribute", "stake", "votes", "compute", "manage"];

/** Every screen, a dataset's once for each of its parts. */
export const placesOf = (token: string): readonly Place[] => [
  ...SCREENS.map((word) => ({ name: word === "" ? "catalogue" : word, hash: `#/${word}` })),
  ...TABS.map((word) => ({ name: `dataset, ${word}`, hash: `#/dataset/${token}/${word}` })),
];
