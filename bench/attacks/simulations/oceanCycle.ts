import type { Attack } from "../Attack.ts";
import { cycleFinding } from "./cycles.ts";

export const oceanCycle: Attack = {
  name: "stake, buy, unstake, sell",
  question: "Can a cycle of joins, trades and exits take value out of a pair?",
  assumption: "Unlimited ALITA, any order and any sizes, no other trade in between, no gas.",
  loser: "The honest liquidity providers.",
  bound: "0",
  why:
    "A join and an exit are proportional and mint no Data Token, so between them an attacker holds a fixed part of " +
    "both reserves whatever happens to the price, and k never falls on a swap (PAIR-1, PAIR-2, PAIR-4). All that is " +
    "left is the fee, which a provider of nearly all liquidity pays nearly only to itself: the best cycles lose next to nothing, " +
    "and never win.",
  precedent:
    "Ocean's data NFT pools, where a one-sided stake was matched by freshly minted tokens: drained in July 2022, and " +
    "about 70 pools again in June 2026. Balancer 2025 and KyberSwap 2023 for cycles of many small trades.",
  search: (world) =>
    cycleFinding(
      world,
      { seed: 1, rounds: 20_000, names: ["buy", "sell", "join", "exit", "collect"] },
      "2 to 8 joins, exits, purchases, sales and fee collections of any size",
    ),
};
