import type { Explanations } from "../Explanation.ts";

/** ERC-20 (ERC-6093), permits and the Data Token. */
export const tokenErrors = {
  AlreadyInitialized: ["The supply was minted before", "Nothing to do: it happens once, at launch"],
  ECDSAInvalidSignature: ["The signature is damaged", "Sign again"],
  ECDSAInvalidSignatureLength: ["A signature of {length} bytes is not one of 65", "Sign again"],
  ECDSAInvalidSignatureS: ["The signature is not in its canonical form", "Sign again with an up-to-date wallet"],
  ERC20InsufficientAllowance: [
    "{spender} may take {allowance|amount}, {needed|amount} is needed",
    "Approve {needed|amount} for {spender}, or use a permit",
  ],
  ERC20InsufficientBalance: [
    "{sender} has {balance|amount}, {needed|amount} is needed",
    "Get more of the token or use a smaller amount",
  ],
  ERC20InvalidApprover: ["{approver} cannot approve", "Use another account"],
  ERC20InvalidReceiver: ["{receiver} cannot receive the token", "Send it to another address"],
  ERC20InvalidSender: ["{sender} cannot send the token", "Use another account"],
  ERC20InvalidSpender: ["{spender} cannot be approved", "Approve another address"],
  ERC2612ExpiredSignature: ["The permit expired at {deadline|time}", "Sign a new one"],
  ERC2612InvalidSigner: ["The permit was signed by {signer}, not by {owner}", "Sign with the owner's account"],
  InvalidAccountNonce: [
    "The signature's number is not {currentNonce}, the next one of {account}",
    "Sign again: another permit was used meanwhile",
  ],
  InvalidSupply: ["A supply of {supply|amount} is not possible", "Choose more than 0 and at most {max|amount}"],
  LengthMismatch: ["{recipients} recipients for {amounts} amounts", "Give one amount for each recipient"],
  OnlyFactory: ["Only the factory {factory} may do this, not {caller}", "Launch through the factory"],
  OnlyMaker: ["Only the maker {maker} may do this, not {caller}", "Use the maker's account"],
  UnknownVersion: ["There is no metadata version {version}", "Ask for a version from 1 to {latest}"],
} as const satisfies Explanations;
