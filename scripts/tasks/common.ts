import { flag, optional, type Option, standard } from "./option.ts";

/** Options that every command has, as help shows them. */
export const COMMON: Readonly<Record<string, Option>> = {
  from: standard("0", "Account that acts: its number in the network's list, or its address"),
  json: flag("Print one JSON object (amounts in token wei, times in unix seconds) and nothing else"),
  dryRun: flag("Show what would happen and send nothing"),
  deployment: optional("Deployment file (default: deployments/<chain id>.json)"),
};
