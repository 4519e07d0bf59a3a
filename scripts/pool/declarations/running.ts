import { type Command, command } from "../../tasks/Command.ts";
import { flag, optional, required, standard } from "../../tasks/option.ts";
import { amount } from "./amount.ts";
import { dataset } from "./dataset.ts";

/** What buyers and the maker do with a pool. */
export const running: readonly Command[] = [
  command({
    id: ["pool", "show"],
    does: "Show a pool: money, terms, contributions and your account in it",
    example: "pool show --dataset WTHR --from 1",
    options: { dataset },
    load: () => import("../show.ts"),
  }),
  command({
    id: ["pool", "buy"],
    does: "Buy or extend access to a dataset",
    example: "pool buy --dataset WTHR --periods 2",
    options: {
      dataset,
      periods: standard("1", "Licence periods"),
      licensee: optional("Account number or address that gets access (default: --from)"),
    },
    load: () => import("../buy.ts"),
  }),
  command({
    id: ["pool", "price"],
    does: "Maker: set the price of a licence period",
    example: "pool price --dataset WTHR --price 12.5",
    options: { dataset, price: amount("ALITA for one licence period") },
    load: () => import("../price.ts"),
  }),
  command({
    id: ["pool", "list-licence"],
    does: "Maker: put licences and jobs on sale, or take them off with --off",
    example: "pool list-licence --dataset WTHR",
    options: { dataset, off: flag("Take them off sale") },
    load: () => import("../listLicence.ts"),
  }),
  command({
    id: ["pool", "topup"],
    does: "Maker: add to the allocation for providers",
    example: "pool topup --dataset WTHR --amount 1000",
    options: { dataset, amount: amount("Reward token to add") },
    load: () => import("../topup.ts"),
  }),
  command({
    id: ["pool", "reallocate"],
    does: "Maker of a pool without staking: spread unearned allocation over all live contributions",
    example: "pool reallocate --dataset WTHR --amount 1000",
    options: { dataset, amount: amount("Reward token to spread") },
    load: () => import("../reallocate.ts"),
  }),
  command({
    id: ["pool", "settle"],
    does: "Settle a contribution's part of what was spread: what exceeds its provider's cap is free again; anyone may",
    example: "pool settle --dataset WTHR --contribution 0x..01",
    options: { dataset, contribution: required("Content tag of the contribution") },
    load: () => import("../settle.ts"),
  }),
  command({
    id: ["pool", "close"],
    does: "Maker: announce closing, and three days later close and take back what nobody earned",
    example: "pool close --dataset WTHR",
    options: { dataset },
    load: () => import("../close.ts"),
  }),
];
