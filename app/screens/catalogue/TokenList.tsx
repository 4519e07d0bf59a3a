import { tokenList } from "#sdk/tokenlist/tokenList.ts";
import { site } from "../../chain/site.ts";
import { launches } from "../../data/catalogue/launches.ts";

/** The Data Tokens as a file for wallets. */
export function TokenList() {
  return (
    <p class="hint">
      <button type="button" class="small" onClick={() => void save()}>
        Save the token list
      </button>{" "}
      for wallets and exchanges.
    </p>
  );
}

async function save(): Promise<void> {
  const { reader, deployment } = site();
  const list = tokenList(await launches(reader), {
    chainId: Number(deployment.chainId),
    timestamp: new Date().toISOString(),
  });
  const url = URL.createObjectURL(new Blob([JSON.stringify(list, null, 2)], { type: "application/json" }));
  Object.assign(document.createElement("a"), { href: url, download: "datawell.tokenlist.json" }).click();
  URL.revokeObjectURL(url);
}
