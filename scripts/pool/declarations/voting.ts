import { type Command, command } from "../../tasks/Command.ts";
import { optional, required, standard } from "../../tasks/option.ts";
import { dataset } from "./dataset.ts";

const proposal = required("Id of the proposal, as `pool propose` printed it");

/** Proposals, from the first word to the licence or the changed term. */
export const voting: readonly Command[] = [
  command({
    id: ["pool", "propose"],
    does: "Maker: offer one buyer a licence at a price of its own, or propose to change one term",
    example: "pool propose --dataset WTHR --buyer 3 --price 5 --duration 90d",
    options: {
      dataset,
      buyer: optional("Account number or address of the buyer"),
      price: optional("ALITA for the licence, with --buyer"),
      duration: standard("30d", "How long the licence lasts, with --buyer"),
      minQuality: optional("Instead: new least quality in %, in force after three days' notice"),
      unitPrice: optional("Instead: new price of a compute unit in ALITA"),
      attesters: optional(
        "Instead: new attesters, account numbers or addresses separated by commas, after the same notice",
      ),
      threshold: optional("How many of the new attesters must agree (default: all)"),
      voteBudget: standard("0", "ALITA shared by all voters, yes and no alike"),
      expires: standard("7d", "How long to vote and accept, at most 30d"),
    },
    load: () => import("../propose.ts"),
  }),
  command({
    id: ["pool", "vote"],
    does: "Vote on a proposal with your stake; locks the stake until its end",
    example: "pool vote --dataset WTHR --proposal 0x..01 --support yes",
    options: { dataset, proposal, support: standard("yes", "yes or no") },
    load: () => import("../vote.ts"),
  }),
  command({
    id: ["pool", "accept"],
    does: "Buyer: pay a passed offer and get its licence",
    example: "pool accept --dataset WTHR --proposal 0x..01 --from 3",
    options: { dataset, proposal },
    load: () => import("../accept.ts"),
  }),
  command({
    id: ["pool", "reject"],
    does: "Buyer: end an offer",
    example: "pool reject --dataset WTHR --proposal 0x..01 --from 3",
    options: { dataset, proposal },
    load: () => import("../reject.ts"),
  }),
  command({
    id: ["pool", "cancel"],
    does: "Maker: end an own proposal",
    example: "pool cancel --dataset WTHR --proposal 0x..01",
    options: { dataset, proposal },
    load: () => import("../cancel.ts"),
  }),
  command({
    id: ["pool", "execute"],
    does: "Carry out a passed change of a term; anyone may",
    example: "pool execute --dataset WTHR --proposal 0x..01",
    options: { dataset, proposal },
    load: () => import("../execute.ts"),
  }),
  command({
    id: ["pool", "reclaim"],
    does: "Return the vote budget of an ended proposal on which nobody voted to the maker; anyone may",
    example: "pool reclaim --dataset WTHR --proposal 0x..01",
    options: { dataset, proposal },
    load: () => import("../reclaim.ts"),
  }),
];
