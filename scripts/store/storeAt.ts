import { connectStore, type StoreClient } from "#sdk/store/connectStore.ts";
import { badInput } from "../input/badInput.ts";
import type { Session } from "../tasks/Session.ts";

/** The store at the address that the user named, asked in the name of the acting account. */
export function storeAt({ client }: Pick<Session, "client">, url: string): StoreClient {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw badInput(`--url is "${url}", which is no address of a store`, "Write it as https://store.example");
  }
  return connectStore({ url, datawell: client });
}
