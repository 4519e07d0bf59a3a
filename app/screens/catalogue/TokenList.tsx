import { tokenList } from "#sdk/tokenlist/tokenList.ts";
import { site } from "../../chain/site.ts";
import { launches } from "../../data/catalogue/launches.ts";
import { Fault } from "../../ui/Fault.tsx";
import { useAct } from "../../ui/useAct.ts";
import { download } from "../contribute/files/download.ts";

/** The Data Tokens as a file for wallets. */
export function TokenList() {
  const { isBusy, fault, once } = useAct();
  return (
    <>
      <p class="hint">
        <button type="button" class="small" aria-disabled={isBusy} onClick={() => isBusy || void once(save)}>
          Save the token list
        </button>{" "}
        for wallets and exchanges.
      </p>
      <Fault of={fault} />
    </>
  );
}

async function save(): Promise<void> {
  const { reader, deployment } = site();
  const list = tokenList(await launches(reader), {
    chainId: Number(deployment.chainId),
    timestamp: new Date().toISOString(),
  });
  download("datawell.tokenlist.json", JSON.stringify(list, null, 2));
}
