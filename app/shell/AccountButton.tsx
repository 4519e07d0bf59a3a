import { useState } from "preact/hooks";
import { account } from "../wallet/account.ts";
import { leave } from "../wallet/connectWallet.ts";
import { Identicon } from "../ui/Identicon.tsx";
import { shortAddress } from "../ui/shortAddress.ts";
import { WalletPicker } from "./WalletPicker.tsx";

/** Who is connected, or the way to connect. */
export function AccountButton() {
  const [isPicking, pick] = useState(false);
  const who = account.value;
  return (
    <div class="account">
      {who === undefined ? (
        <button type="button" class="primary" onClick={() => pick(true)}>
          Connect wallet
        </button>
      ) : (
        <button type="button" class="quiet" onClick={() => pick(true)} title={`${who.walletName}: ${who.address}`}>
          <Identicon of={who.address} />
          <span>{shortAddress(who.address)}</span>
          {who.isDemo && <span class="tag">demo</span>}
        </button>
      )}
      {isPicking && <WalletPicker onClose={() => pick(false)} onLeave={who && leave} />}
    </div>
  );
}
