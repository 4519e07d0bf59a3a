import type { ComponentType } from "preact";
import type { Shown } from "#sdk/actions/dataset/show.ts";

/** What a part of a dataset's page is given. */
export interface TabProps {
  readonly dataset: Shown;
}

/** A part of a dataset's page: its word in the address, its name, and its code, loaded when it is first looked at. */
export interface Tab {
  readonly word: string;
  readonly name: string;
  readonly isFor?: (dataset: Shown, who: string | undefined) => boolean; // whom it is offered to; by default everybody
  readonly load: () => Promise<ComponentType<TabProps>>;
}

export const TABS: readonly Tab[] = [
  { word: "trade", name: "Trade", load: async () => (await import("./TradeTab.tsx")).TradeTab },
  { word: "liquidity", name: "Liquidity", load: async () => (await import("../liquidity/Liquidity.tsx")).Liquidity },
  { word: "licence", name: "Licence", load: async () => (await import("../licence/Licence.tsx")).Licence },
  {
    word: "contribute",
    name: "Contribute",
    load: async () => (await import("../contribute/Contribute.tsx")).Contribute,
  },
  { word: "stake", name: "Stake", load: async () => (await import("../stake/Stake.tsx")).Stake },
  { word: "votes", name: "Votes", load: async () => (await import("../votes/Votes.tsx")).Votes },
  { word: "compute", name: "Compute", load: async () => (await import("../compute/ComputeTab.tsx")).ComputeTab },
  {
    word: "manage",
    name: "Manage",
    isFor: ({ terms }, who) => terms.maker === who,
    load: async () => (await import("../manage/Manage.tsx")).Manage,
  },
];

/** The tab that an address names; by default the first. */
export const tabOf = (word: string | undefined): Tab => (TABS.find((one) => one.word === word) ?? TABS[0]) as Tab;
