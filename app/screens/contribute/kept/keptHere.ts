import { site } from "../../../chain/site.ts";
import { shelf } from "../../../shelf.ts";
import { createKept, type KeptStore } from "./createKept.ts";

const stores = new Map<string, KeptStore>();

/** What this browser keeps of contributions on the page's chain. */
export function keptHere(): KeptStore {
  const { chainId, contracts } = site().deployment;
  const name = `datawell.contributions.${chainId}.${contracts.DatasetFactory.address}`;
  const known = stores.get(name) ?? createKept(shelf, name);
  stores.set(name, known);
  return known;
}
