import type { Explanations } from "../Explanation.ts";

/** Errors of the libraries that several contracts share. */
export const standardErrors = {
  AddressEmptyCode: ["There is no contract at {target}", "Check the address and the chain"],
  CheckpointUnorderedInsertion: ["The stake history is out of order", "Report this: it should be impossible"],
  CloneArgumentsTooLong: ["The dataset's terms are too long", "Shorten the name and symbol"],
  Create2EmptyBytecode: ["There is nothing to deploy", "Check that the deployment of Datawell is complete"],
  FailedCall: ["A call inside the transaction failed without a reason", "Check the inputs and the token"],
  FailedDeployment: ["A contract of the dataset could not be deployed", "Try again with more gas"],
  InexactTransfer: [
    "Token {token} delivered {received|amount} instead of {expected|amount}",
    "Use a token that neither takes a fee on transfer nor rebases",
  ],
  InsufficientBalance: ["{needed|amount} is needed and only {balance|amount} is there", "Send it more first"],
  InvalidShortString: ["A text is damaged", "Report this: it should be impossible"],
  PermitAllowance: [
    "Only {have|amount} of token {token} is allowed, {need|amount} is needed",
    "Sign the permit again, or approve the amount",
  ],
  ReentrancyGuardReentrantCall: [
    "The contract was called back in the middle of a call",
    "Use a plain ERC-20 and account",
  ],
  SafeCastOverflowedUintDowncast: ["{value} does not fit into {bits} bits", "Use a smaller number"],
  SafeERC20FailedOperation: ["Token {token} refused the transfer", "Check its balance, allowance and rules"],
  StringTooLong: ['The text "{str}" is too long', "Use a shorter one"],
  ZeroAmount: ["The amount is zero, or so small that it gives nothing", "Use a larger amount"],
} as const satisfies Explanations;
