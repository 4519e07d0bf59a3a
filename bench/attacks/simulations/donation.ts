import type { Attack } from "../Attack.ts";
import { cycleFinding } from "./cycles.ts";

export const donation: Attack = {
  name: "donation, skim and sync",
  question: "Can tokens sent to a pair unasked come back as more?",
  assumption: "As before, with transfers into the pair, `sync` and `skim` in between.",
  loser: "The honest liquidity providers, or the maker whose fee is counted by k.",
  bound: "0",
  why:
    "Reserves are written down and not read from balances: a donation changes nothing until `sync` gives it to all " +
    "liquidity, the locked minimum included, and `sync` settles the maker's fee before. What is taken back by `skim` is at most what was sent.",
  precedent:
    "Donations to vaults and lending markets that price by balance: Hundred Finance 2023, Euler 2023, Venus 2025.",
  search: (world) =>
    cycleFinding(
      world,
      { seed: 2, rounds: 20_000, names: ["buy", "sell", "join", "exit", "donateBase", "donateData", "sync", "skim"] },
      "2 to 8 donations, syncs, skims, joins, exits and trades of any size",
    ),
};
