import type { User } from "../../scripts/browser/user/createUser.ts";
import type { Name } from "../../scripts/story/cast.ts";
import type { Launched } from "../../scripts/story/Stage.ts";

/** Something that somebody wants of the page, from its address to what is told in the end. */
export interface Intent {
  readonly name: string;
  readonly who: Name;
  readonly at: string; // part of a dataset's page, with what is said in the address
  readonly act: (user: User, dataset: Launched) => Promise<unknown>;
  /** Clicks and fields in the page; in the wallet by default one signature and one transaction. */
  readonly most: {
    readonly clicks: number;
    readonly fields: number;
    readonly signatures?: number;
    readonly transactions?: number;
  };
  readonly why?: string; // it needs more
}

export const INTENTS: readonly Intent[] = [
  {
    name: "buy",
    who: "tom",
    at: "trade",
    act: async (user, { symbol }) => {
      await user.types("You pay ALITA", "1");
      await user.clicks(`Buy ${symbol}`);
      await user.sees("Paid 1 ALITA");
    },
    most: { clicks: 1, fields: 1 },
  },
  {
    name: "sell",
    who: "tom",
    at: "trade?side=sell",
    act: async (user, { symbol }) => {
      await user.types(`You pay ${symbol}`, "1");
      await user.clicks(`Sell ${symbol}`);
      await user.sees(`Paid 1 ${symbol}`);
    },
    most: { clicks: 1, fields: 1 },
  },
  {
    name: "add liquidity of both tokens",
    who: "tom",
    at: "liquidity",
    act: async (user) => {
      await user.types("You add ALITA", "1");
      await user.clicks("Add liquidity");
      await user.sees("liquidity tokens\n0x");
    },
    most: { clicks: 1, fields: 1, signatures: 2 },
    why: "a permit for each token",
  },
  {
    name: "add liquidity of one token",
    who: "tom",
    at: "liquidity",
    act: async (user) => {
      await user.clicks("Add one token", { role: "radio" });
      await user.types("Bring ALITA ALITA", "1");
      await user.clicks("Add liquidity");
      await user.sees("liquidity tokens\n0x");
    },
    most: { clicks: 2, fields: 1 },
  },
  {
    name: "remove liquidity",
    who: "tom",
    at: "liquidity",
    act: async (user) => {
      await user.clicks("Remove", { role: "radio" });
      await user.sees("You receive");
      await user.clicks("Remove liquidity");
      await user.sees(/Received .* and .* ALITA/);
    },
    most: { clicks: 2, fields: 0 },
  },
  {
    name: "buy access",
    who: "dana",
    at: "licence",
    act: async (user) => {
      const said = await user.sees(/You have (access|no licence)/);
      await user.clicks(said.includes("You have access") ? "Extend access" : "Buy access");
      await user.sees(/access to .*\s+Access until/);
    },
    most: { clicks: 1, fields: 0 },
  },
  {
    name: "start to unstake",
    who: "olga",
    at: "stake",
    act: async (user, { symbol }) => {
      await user.types(`Unstake ${symbol}`, "1");
      await user.clicks("Start unbonding");
      await user.sees("Done");
    },
    most: { clicks: 1, fields: 1, signatures: 0 },
  },
];
