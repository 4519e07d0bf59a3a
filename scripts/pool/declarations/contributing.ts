import { type Command, command } from "../../tasks/Command.ts";
import { optional, required, standard } from "../../tasks/option.ts";
import { CONTRIBUTE } from "../contributeOptions.ts";
import { dataset } from "./dataset.ts";

/** Contributions: from the records to their reward, and what becomes of copies. */
export const contributing: readonly Command[] = [
  command({
    id: ["pool", "contribute"],
    does: "Contribute records: attested here, or by attesters elsewhere in steps",
    example:
      "pool contribute --dataset WTHR --file rows.csv --key @my.key --attesters 5,6 --attester-key @attesters.key",
    options: CONTRIBUTE,
    load: () => import("../contribute.ts"),
  }),
  command({
    id: ["pool", "update"],
    does: "Contribute an update of an earlier contribution; takes stake",
    example:
      "pool update --dataset WTHR --parent 0x..01 --parent-file old.csv --file new.csv --key @my.key " +
      "--attesters 5,6 --attester-key @attesters.key",
    options: {
      ...CONTRIBUTE,
      parent: required("Content tag of the contribution that is updated"),
      parentFile: optional("Its records, where attesters measure here"),
    },
    load: () => import("../update.ts"),
  }),
  command({
    id: ["pool", "consent"],
    does: "Provider: sign that anybody may submit an attested contribution; nothing is sent",
    example: "pool consent --dataset WTHR --attestations a5.json,a6.json --out consent.json --from 1",
    options: {
      dataset,
      attestations: required("Files from `attester attest`, separated by commas"),
      minReward: optional("Reward token asked for at least, such as 12.5 (default: what the contribution earns now)"),
      validFor: standard("1d", "How long it may be submitted, such as 1d"),
      out: required("File to write the consent to: hand it and the attestations to whoever submits"),
    },
    load: () => import("../consent.ts"),
  }),
  command({
    id: ["pool", "revoke"],
    does: "Withdraw consent to a contribution",
    example: "pool revoke --dataset WTHR --contribution 0x..01",
    options: { dataset, contribution: required("Content tag of your contribution") },
    load: () => import("../revoke.ts"),
  }),
  command({
    id: ["pool", "claim"],
    does: "Take the rewards whose challenge window is over",
    example: "pool claim --dataset WTHR --stake 5",
    options: {
      dataset,
      contributions: optional("Content tags, separated by commas (default: all that are ready)"),
      stake: standard("0", "Reward token of it to stake at once, such as 5"),
    },
    load: () => import("../claim.ts"),
  }),
  command({
    id: ["pool", "slash"],
    does: "Prove that a contribution is a near copy of an older one, and take the bounty",
    example: "pool slash --dataset WTHR --older 0x..01 --newer 0x..02",
    options: {
      dataset,
      older: optional("Content tag of the original"),
      newer: optional("Content tag of the copy (default, without both: list what can be proven)"),
    },
    load: () => import("../slash.ts"),
  }),
];
