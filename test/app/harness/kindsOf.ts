import type { User } from "../../../scripts/browser/user/createUser.ts";
import type { Prompt } from "../../../scripts/browser/wallet/Prompt.ts";

/** What the wallet asked its owner since it was connected. */
export const kindsOf = ({ wallet }: User): readonly Prompt["kind"][] =>
  wallet.prompts.map(({ kind }) => kind).filter((kind) => kind !== "connect");
