import { account } from "../../../wallet/account.ts";

export interface SignaturesProps {
  readonly attesters: number; // that are asked
}

/** Says what a wallet will ask, where it will. */
export function Signatures({ attesters }: SignaturesProps) {
  if (attesters === 0) return null;
  return (
    <p class="hint">
      {attesters === 1 ? "One attester sees" : `${attesters} attesters see`} a few drawn records and nothing else.{" "}
      {account.value?.isDemo
        ? "The demo wallet signs by itself."
        : "Your wallet signs once: a key of this page may ask them in your name for half an hour. It costs nothing and moves no money; the contribution itself is one transaction after that."}
    </p>
  );
}
