import type { Explanations } from "../Explanation.ts";

/** What goes wrong before or beside the contracts. */
export const clientErrors = {
  NoProvider: ["This connection cannot read the chain", "Connect with a provider, or a signer that has one"],
  NoSigner: ["This connection can only read", "Connect with a signer, such as a wallet"],
  WrongChain: [
    "The wallet is on chain {actual}, this deployment is on chain {expected}",
    "Switch the wallet to chain {expected}",
  ],
  Rejected: ["The request was declined in the wallet", "Nothing happened; try again and confirm it"],
  InsufficientFunds: ["The account cannot pay for the transaction", "Send it some of the chain's own coin for gas"],
  Unreachable: ["The chain did not answer", "Check the connection and the RPC address, then try again"],
  Replaced: [
    "The transaction was cancelled in the wallet, or another took its place",
    "Nothing of it happened; try again if you still want it",
  ],
  NotMined: ["Transaction {hash} did not go through", "Look it up, then try again"],
  MissingEvent: [
    "Transaction {hash} went through without its {event} event",
    "The address is probably not a Datawell contract: check it",
  ],
  NoBatches: ["The wallet does not send calls as one", "Send them one by one"],
  NoPermit: ["Token {token} does not take permits", "Approve the amount in a transaction of its own"],
  Panic: ["The contract stopped at an impossible number (code {code}): {meaning}", "Check the amounts"],
  Reverted: ["{reason}", "Check the inputs; the contract gave no more than this"],
  Unknown: ["{reason}", "Try again; if it stays, report it with this message"],
  BadInput: ["{what}", "{advice}"],
  Equivocation: [
    "This contribution was already assessed as quality {quality|bps} and novelty {novelty|bps}",
    "Sign the first assessment again; two different ones cost the whole bond",
  ],
  PairIsEmpty: ["The pair {pair} has no liquidity yet", "Add the first liquidity, or wait for it"],
} as const satisfies Explanations;
