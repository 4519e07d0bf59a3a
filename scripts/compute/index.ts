import { type Command, command } from "../tasks/Command.ts";
import { flag, optional, required, standard } from "../tasks/option.ts";

const dataset = required("Dataset: symbol, name or address of its token");
const job = required("Id of the job, as `compute open` printed it");
const coordinatorUrl = required("Address of the job's coordinator");
const units = required("Compute units at most; unused ones come back");
const metadata = optional("Description of the dataset: a program is measured on rows made up from its fields");
const sample = optional(
  "File of rows that look like the data (.csv, .json, .jsonl or .parquet), to measure a program on",
);
const fee = standard("0", "ALITA for the coordinator, paid if the settlement stands");

/** `hardhat compute ...`: jobs that run on the providers' devices. */
export const compute: readonly Command[] = [
  command({
    id: ["compute", "task"],
    does: "Make a task of a program, and measure what a row costs; nothing is sent",
    example:
      "compute task --program mine.ts --dataset WTHR --metadata weather.json --output-length 3 --bound 1000000 --out task.json",
    options: {
      dataset,
      program: required("Program: a .ts or .js file that exports map(rows, params), or a .wasm file"),
      outputLength: required("How many whole numbers it answers with"),
      bound: required("Size that one provider's part of each number is cut to; noise grows with it"),
      params: standard("null", "JSON that the program is given"),
      fields: optional("Declared fields that the program gets to see, separated by commas (default: all)"),
      gasPerRow: optional("Gas that a row is billed for (default: measured, and a tenth more)"),
      batchRows: standard("4000", "Rows for each fresh instance of the program"),
      metadata,
      sample,
      out: required("File to write the task to, with its program"),
    },
    load: () => import("./task.ts"),
  }),
  command({
    id: ["compute", "quote"],
    does: "Show what a job would cost now",
    example: "compute quote --dataset WTHR --units 1000 --fee 2",
    options: {
      dataset,
      units: optional("Compute units; or name a task and how many rows"),
      task: optional("File from `compute task`: shows what it uses, if there is something to measure it on"),
      rows: optional("With --task: rows that it will run over"),
      metadata,
      sample,
      fee,
    },
    load: () => import("./quote.ts"),
  }),
  command({
    id: ["compute", "open"],
    does: "Open a job and escrow its price",
    example: "compute open --dataset WTHR --units 1000 --task task.json --coordinator 4 --pay base",
    options: {
      dataset,
      units,
      task: optional("File from `compute task`, whose digest the job signs"),
      program: optional("Without --task: the digest of one (0x and 64 hex digits), or any file to sign"),
      coordinator: required("Account number or address that collects results and settles"),
      fee,
      epsilon: standard("0.1", "Privacy budget asked for, such as 0.1"),
      cohort: optional("Providers behind the result at least (default: the pool's policy)"),
      deadline: standard("1d", "How long the coordinator has to settle, at most 30d"),
      pay: standard("both", "both (ALITA and Data Token), or base (ALITA alone: the Data Token is bought inside)"),
      slippage: standard("0.5", "How far the price may move until the job is refused, in %"),
    },
    load: () => import("./open.ts"),
  }),
  command({
    id: ["compute", "submit"],
    does: "Consumer: hand an open job to its coordinator, with its task and program",
    example: "compute submit --job 0x..01 --task task.json --coordinator-url http://127.0.0.1:8788",
    options: {
      job,
      task: required("File from `compute task` that the job was opened with"),
      coordinatorUrl,
    },
    load: () => import("./submit.ts"),
  }),
  command({
    id: ["compute", "result"],
    does: "Consumer: fetch a job's result, check it against the chain and all receipts, and consent if you like",
    example: "compute result --job 0x..01 --coordinator-url http://127.0.0.1:8788 --consent",
    options: {
      job,
      coordinatorUrl,
      consent: flag("Sign that the settlement is right, so that it is final at once"),
      out: optional("File to write the result to"),
    },
    load: () => import("./result.ts"),
  }),
  command({
    id: ["compute", "show"],
    does: "Show a job, or list jobs",
    example: "compute show --job 0x..01",
    options: {
      job: optional("Id of one job"),
      dataset: optional("Without --job: only jobs of this dataset"),
    },
    load: () => import("./show.ts"),
  }),
  command({
    id: ["compute", "settle"],
    does: "Coordinator: post a job's result, from a JSON list of {provider, contribution, units}",
    example: "compute settle --job 0x..01 --payouts payouts.json --result result.json --out settlement.json --from 4",
    options: {
      job,
      payouts: required("JSON file: [{ provider, contribution, units }], one for each contribution that worked"),
      result: required("Result: its file, or its digest (0x and 64 hex digits)"),
      consent: optional(
        "The consumer's consent: an account number, or the signature; without it there is a challenge window",
      ),
      out: required("File to write the settlement to: providers claim with it"),
    },
    load: () => import("./settle.ts"),
  }),
  command({
    id: ["compute", "consent"],
    does: "Consumer: sign that a settlement is right, so that it is final at once; nothing is sent",
    example: "compute consent --job 0x..01 --payouts payouts.json --result result.json",
    options: {
      job,
      payouts: required("JSON file of the payouts, the same that will be settled"),
      result: required("Result: its file, or its digest"),
    },
    load: () => import("./consent.ts"),
  }),
  command({
    id: ["compute", "claim"],
    does: "Provider: take both legs of what settlements owe you; or pay a coordinator with --fee",
    example: "compute claim --settlements settlement.json --from 1",
    options: {
      settlements: required("Files from `compute settle --out`, separated by commas"),
      provider: optional("Account number or address to pay (default: --from); anyone may claim for a provider"),
      fee: flag("Pay the coordinator its fee instead"),
    },
    load: () => import("./claim.ts"),
  }),
  command({
    id: ["compute", "dispute"],
    does: "Consumer: dispute a settlement before it is final",
    example: "compute dispute --job 0x..01",
    options: { job },
    load: () => import("./dispute.ts"),
  }),
  command({
    id: ["compute", "rule"],
    does: "Attester: sign a ruling of a dispute; nothing is sent",
    example: "compute rule --job 0x..01 --payouts payouts.json --valid-for 1d --out ruling5.json --from 5",
    options: {
      job,
      payouts: optional("JSON file of the payouts that are right (default: the consumer gets everything back)"),
      validFor: standard("1d", "How long the ruling may be used; all attesters sign the same moment"),
      deadline: optional("Instead of --valid-for: unix seconds, as the first attester's file has it"),
      out: required("File to write the ruling to"),
    },
    load: () => import("./rule.ts"),
  }),
  command({
    id: ["compute", "resolve"],
    does: "Hand in the attesters' ruling of a dispute; anyone may",
    example: "compute resolve --job 0x..01 --rulings ruling5.json,ruling6.json",
    options: {
      job,
      rulings: required("Files from `compute rule`, separated by commas"),
      set: optional("All attesters of the job, if they cannot be found among those registered"),
      threshold: optional("How many of them must agree, with --set (default: all)"),
    },
    load: () => import("./resolve.ts"),
  }),
  command({
    id: ["compute", "refund"],
    does: "Give the consumer what is its own by now, and burn the burn; anyone may",
    example: "compute refund --job 0x..01",
    options: { job },
    load: () => import("./refund.ts"),
  }),
];
