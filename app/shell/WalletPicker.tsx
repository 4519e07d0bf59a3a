import { useState } from "preact/hooks";
import { decodeError } from "#sdk/errors/decodeError.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { account } from "../wallet/account.ts";
import { connectWallet } from "../wallet/connectWallet.ts";
import { type WalletChoice, wallets } from "../wallet/discovered.ts";
import { lastWallet } from "../wallet/lastWallet.ts";
import { DemoWallet } from "./DemoWallet.tsx";

export interface WalletPickerProps {
  readonly onClose: () => void;
  /** Present while somebody is connected. */
  readonly onLeave?: (() => void) | undefined;
}

/** Chooses a wallet of this browser, or on a local chain an account to play with. */
export function WalletPicker({ onClose, onLeave }: WalletPickerProps) {
  const [fault, setFault] = useState<string>();
  const [waitsFor, wait] = useState<string>();
  const choose = async (wallet: WalletChoice): Promise<void> => {
    wait(wallet.name);
    setFault(undefined);
    try {
      await connectWallet(wallet);
      onClose();
    } catch (error) {
      const { name, message } = decodeError(error);
      setFault(name === "Rejected" ? "You declined in the wallet." : message);
    } finally {
      wait(undefined);
    }
  };
  const last = lastWallet.read();
  const known = wallets.value.toSorted((a, b) => Number(b.id === last) - Number(a.id === last));
  return (
    <Dialog title={onLeave ? "Your account" : "Connect a wallet"} onClose={onClose}>
      {onLeave && (
        <>
          <p class="own-address">
            <code>{account.value?.address}</code>
          </p>
          <button
            type="button"
            onClick={() => {
              onLeave();
              onClose();
            }}
          >
            Disconnect
          </button>
          <h3>Another wallet</h3>
        </>
      )}
      <ul class="choices">
        {known.map((wallet) => (
          <li key={wallet.id}>
            <button type="button" onClick={() => void choose(wallet)} disabled={waitsFor !== undefined}>
              {wallet.icon && <img src={wallet.icon} alt="" width="28" height="28" />}
              {wallet.name}
              {waitsFor === wallet.name && <span class="tag">look into the wallet</span>}
            </button>
          </li>
        ))}
      </ul>
      {known.length === 0 && <p>No wallet announced itself in this browser. MetaMask is one that works.</p>}
      <DemoWallet onChosen={onClose} />
      <p role="status" class="fault">
        {fault}
      </p>
    </Dialog>
  );
}
