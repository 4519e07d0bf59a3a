import { type Command, command } from "../tasks/Command.ts";
import { optional, required, standard } from "../tasks/option.ts";

const token = standard("ALITA", "ALITA, or a dataset's token: its symbol, name or address");

/** `hardhat token ...`: what is in a wallet, and what may be done with it. */
export const tokens: readonly Command[] = [
  command({
    id: ["token", "balance"],
    does: "Show how much of a token somebody has",
    example: "token balance --token WTHR --account 3",
    options: { token, account: optional("Account number or address (default: --from)") },
    load: () => import("./balance.ts"),
  }),
  command({
    id: ["token", "transfer"],
    does: "Send ALITA or Data Token",
    example: "token transfer --to 3 --amount 12.5",
    options: {
      token,
      to: required("Account number or address that receives"),
      amount: required("How much, such as 12.5"),
    },
    load: () => import("./transfer.ts"),
  }),
  command({
    id: ["token", "burn"],
    does: "Destroy Data Token of yours for good",
    example: "token burn --dataset WTHR --amount 12.5",
    options: {
      dataset: required("Dataset: symbol, name or address of its token"),
      amount: required("How much, such as 12.5"),
    },
    load: () => import("./burn.ts"),
  }),
];
