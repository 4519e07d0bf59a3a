import { account } from "../../../wallet/account.ts";
import { signaturesFor } from "../engine/Steps.ts";

export interface SignaturesProps {
  readonly attesters: number; // that are asked
}

/** Says how often a wallet will ask, where it will. */
export function Signatures({ attesters }: SignaturesProps) {
  if (attesters === 0) return null;
  return (
    <p class="hint">
      {attesters === 1 ? "One attester sees" : `${attesters} attesters see`} a few drawn records and nothing else.{" "}
      {account.value?.isDemo
        ? "The demo wallet signs the requests to them by itself."
        : `There is no log-in, so your wallet signs each request to them: up to ${signaturesFor(attesters)} signatures. None of them costs anything or moves money; the contribution itself is one transaction after that.`}
    </p>
  );
}
