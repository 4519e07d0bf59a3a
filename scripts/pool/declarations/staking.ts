import { type Command, command } from "../../tasks/Command.ts";
import { flag, optional } from "../../tasks/option.ts";
import { amount } from "./amount.ts";
import { dataset } from "./dataset.ts";

/** Stake, and what it earns. */
export const staking: readonly Command[] = [
  command({
    id: ["pool", "stake"],
    does: "Stake reward token from the wallet, at most what was earned here",
    example: "pool stake --dataset WTHR --amount 12.5",
    options: { dataset, amount: amount("Reward token to stake") },
    load: () => import("../stake.ts"),
  }),
  command({
    id: ["pool", "unstake"],
    does: "Start to unbond stake",
    example: "pool unstake --dataset WTHR --amount 12.5",
    options: { dataset, amount: amount("Reward token to unstake") },
    load: () => import("../unstake.ts"),
  }),
  command({
    id: ["pool", "withdraw"],
    does: "Take the stake that has unbonded",
    example: "pool withdraw --dataset WTHR",
    options: { dataset },
    load: () => import("../withdraw.ts"),
  }),
  command({
    id: ["pool", "revenue"],
    does: "Take your share of licence revenue, or the maker's with --maker, or vote rewards with --votes",
    example: "pool revenue --dataset WTHR",
    options: {
      dataset,
      maker: flag("Send the maker its part instead; anyone may"),
      votes: optional("Ids of ended proposals whose vote budget to share in, separated by commas"),
    },
    load: () => import("../revenue.ts"),
  }),
];
