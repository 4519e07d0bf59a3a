import { type Command, command } from "../tasks/Command.ts";
import { flag, optional, required, standard } from "../tasks/option.ts";
import { LAUNCH } from "./launchOptions.ts";

const dataset = required("Dataset: symbol, name or address of its token");

/** `hardhat dataset ...`: launch datasets and look at them. */
export const datasets: readonly Command[] = [
  command({
    id: ["dataset", "launch"],
    does: "Create a dataset (Data Token, market and pool) in one transaction",
    example: "dataset launch --name Weather --symbol WTHR --metadata weather.json --attesters 5,6,7 --threshold 2",
    options: LAUNCH,
    load: () => import("./launch.ts"),
  }),
  command({
    id: ["dataset", "predict"],
    does: "Show where the same launch would put the three contracts",
    example: "dataset predict --name Weather --symbol WTHR --metadata weather.json --attesters 5,6,7",
    options: LAUNCH,
    load: () => import("./predict.ts"),
  }),
  command({
    id: ["dataset", "list"],
    does: "List datasets in order of creation",
    example: "dataset list --limit 20",
    options: {
      first: standard("0", "Number of the first, from 0"),
      limit: standard("50", "How many at most"),
    },
    load: () => import("./list.ts"),
  }),
  command({
    id: ["dataset", "show"],
    does: "Show all there is to know of a dataset before trusting it",
    example: "dataset show --dataset WTHR",
    options: { dataset },
    load: () => import("./show.ts"),
  }),
  command({
    id: ["dataset", "publish-metadata"],
    does: "Maker: publish a new version of the description; old versions stay",
    example: "dataset publish-metadata --dataset WTHR --metadata weather.json",
    options: { dataset, metadata: required("schema.org document, as `dataset describe` makes it") },
    load: () => import("./publishMetadata.ts"),
  }),
  command({
    id: ["dataset", "release"],
    does: "Give the maker the liquidity and supply that were locked at launch, once the lock is over; anyone may",
    example: "dataset release --dataset WTHR",
    options: { dataset },
    load: () => import("./release.ts"),
  }),
  command({
    id: ["dataset", "describe"],
    does: "Make a schema.org document from a data file and plain words, or check one with --check",
    example: 'dataset describe --file rows.csv --name Weather --description "Hourly, since 2020" --out weather.json',
    options: {
      file: optional("Data file (.csv, .json, .jsonl or .parquet) whose columns are declared"),
      check: optional("Document to check instead of making one"),
      name: standard("", "Name, 1 to 200 characters"),
      description: standard("", "What the records are, where and when they come from"),
      license: standard("CC-BY-4.0", "Licence, as a URL or SPDX identifier"),
      creator: standard("Anonymous", "Who made it"),
      organization: flag("The creator is an organization, not a person"),
      keywords: standard("data", "Words by which people search, separated by commas"),
      published: optional("Day of publication, YYYY-MM-DD (default: today)"),
      release: standard("1.0.0", "Version of the dataset"),
      requirements: standard(
        "Every cell is what its field declares",
        "What a contribution must satisfy; separate by ;",
      ),
      usage: standard("Research", "What the data can be used for; separate by ;"),
      customers: standard("Researchers", "Potential customers; separate by ;"),
      out: optional("File to write the document to"),
    },
    load: () => import("./describe.ts"),
  }),
];
